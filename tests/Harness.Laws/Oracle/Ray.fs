namespace Harness.Laws.Oracle

open System
open System.Numerics

/// A belief without its scale: whole numbers without a common divisor. Two beliefs are equal just when their rays are.
[<CustomEquality; NoComparison>]
type Ray =
    private
        { Numbers: BigInteger[] }

    member ray.Item(i) = ray.Numbers[i]

    /// The ray of a vector, and what the ray must be multiplied with to give the vector.
    static member Of(vector: BigInteger[]) =
        let divisor = vector |> Array.fold (fun known entry -> BigInteger.GreatestCommonDivisor(known, entry)) BigInteger.Zero
        { Numbers = (if divisor.IsOne then vector else vector |> Array.map (fun entry -> entry / divisor)) }, divisor

    member ray.Dot(column: BigInteger[]) =
        let mutable sum = BigInteger.Zero

        for i in 0 .. column.Length - 1 do
            if not (ray.Numbers[i].IsZero || column[i].IsZero) then
                sum <- sum + ray.Numbers[i] * column[i]

        sum

    override ray.Equals(other) =
        match other with
        | :? Ray as r -> Array.forall2 (fun (a: BigInteger) b -> a = b) ray.Numbers r.Numbers
        | _ -> false

    override ray.GetHashCode() =
        let mutable hash = HashCode()

        for number in ray.Numbers do
            hash.Add number

        hash.ToHashCode()
