namespace Harness.Laws.Oracle

open System
open System.Numerics

/// An exact fraction in lowest terms with a positive denominator.
[<Struct; CustomEquality; NoComparison>]
type Fraction =
    private
        { Top: BigInteger
          Bottom: BigInteger }

    static member Of(top: BigInteger, bottom: BigInteger) =
        if bottom.IsZero then
            raise (DivideByZeroException())

        let divisor = BigInteger.GreatestCommonDivisor(top, bottom) * BigInteger(bottom.Sign)
        { Top = top / divisor
          Bottom = bottom / divisor }

    static member Of(top: int64, bottom: int64) = Fraction.Of(BigInteger top, BigInteger bottom)
    static member Of(whole: int) = { Top = BigInteger whole; Bottom = BigInteger.One }
    static member Zero = Fraction.Of 0
    static member One = Fraction.Of 1

    static member (+)(a, b) =
        if a.Top.IsZero then b
        elif b.Top.IsZero then a
        else Fraction.Of(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom)

    static member (~-)(a) = { Top = -a.Top; Bottom = a.Bottom }
    static member (-)(a: Fraction, b: Fraction) = a + -b

    static member (*)(a, b) =
        if a.Top.IsZero || b.Top.IsZero then Fraction.Zero
        else Fraction.Of(a.Top * b.Top, a.Bottom * b.Bottom)

    static member (/)(a, b) = Fraction.Of(a.Top * b.Bottom, a.Bottom * b.Top)
    member a.Numerator = a.Top
    member a.Denominator = a.Bottom
    member a.Sign = a.Top.Sign
    member a.IsZero = a.Top.IsZero
    member a.IsWhole = a.Bottom.IsOne

    /// aⁿ; n may be negative where a is not 0.
    member a.Power(n: int) =
        if n >= 0 then Fraction.Of(BigInteger.Pow(a.Top, n), BigInteger.Pow(a.Bottom, n))
        else Fraction.Of(BigInteger.Pow(a.Bottom, -n), BigInteger.Pow(a.Top, -n))

    /// The nearest double, to within one unit in the last place.
    member a.ToDouble() =
        let bits (n: BigInteger) = int (n.GetBitLength())
        let shift = max 0 (66 - bits a.Top + bits a.Bottom)
        Math.ScaleB(double ((a.Top <<< shift) / a.Bottom), -shift)

    override a.Equals(other) =
        match other with
        | :? Fraction as b -> a.Top = b.Top && a.Bottom = b.Bottom
        | _ -> false

    override a.GetHashCode() = HashCode.Combine(a.Top, a.Bottom)
    override a.ToString() = if a.IsWhole then $"{a.Top}" else $"{a.Top}/{a.Bottom}"
