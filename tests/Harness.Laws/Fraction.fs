namespace Harness.Laws

open System
open System.Numerics

/// An exact fraction in lowest terms with a positive denominator.
[<Struct; CustomEquality; NoComparison>]
type Fraction =
    private
        { Top: BigInteger
          Bottom: BigInteger }

    static member Of(top: BigInteger, bottom: BigInteger) =
        let divisor = BigInteger.GreatestCommonDivisor(top, bottom) * BigInteger(bottom.Sign)
        { Top = top / divisor
          Bottom = bottom / divisor }

    static member Of(top: int64, bottom: int64) = Fraction.Of(BigInteger top, BigInteger bottom)
    static member Zero = Fraction.Of(0L, 1L)
    static member One = Fraction.Of(1L, 1L)

    static member (+)(a, b) =
        Fraction.Of(a.Top * b.Bottom + b.Top * a.Bottom, a.Bottom * b.Bottom)

    static member (-)(a, b) =
        Fraction.Of(a.Top * b.Bottom - b.Top * a.Bottom, a.Bottom * b.Bottom)

    static member (*)(a, b) = Fraction.Of(a.Top * b.Top, a.Bottom * b.Bottom)
    static member (/)(a, b) = Fraction.Of(a.Top * b.Bottom, a.Bottom * b.Top)
    member a.IsZero = a.Top.IsZero

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
    override a.ToString() = $"{a.Top}/{a.Bottom}"
