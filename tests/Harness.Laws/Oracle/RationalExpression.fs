namespace Harness.Laws.Oracle

open System
open System.Numerics

/// A value that is no fraction, so that exact arithmetic cannot hold it.
exception Irrational of string

/// Something in a file that this reader does not know.
exception NotUnderstood of string

/// The oracle's own evaluator of the arithmetic in process files: + - * / ^, minus sign, parentheses, numbers, names, and the functions that
/// can have exact values. ^ binds to the right and more tightly than a minus sign before it.
module RationalExpression =

    let private digits = Seq.forall Char.IsAsciiDigit

    /// A decimal number, such as 0.05 or 1e-3, as what it says and not as the nearest double.
    let ofDecimal (text: string) =
        let mantissa, exponent =
            match text.IndexOfAny [| 'e'; 'E' |] with
            | -1 -> text, 0
            | e -> text[.. e - 1], int text[e + 1 ..]

        let negative = mantissa.StartsWith '-'
        let pieces = mantissa.TrimStart('-').Split '.'

        if pieces.Length > 2 || not (pieces |> Array.forall (fun piece -> piece <> "" && digits piece)) then
            raise (NotUnderstood $"the number {text}")

        let whole = BigInteger.Parse(String.Concat pieces)
        let shift = exponent - (if pieces.Length = 2 then pieces[1].Length else 0)
        let value = Fraction.Of(whole, BigInteger.One) * (Fraction.Of 10).Power shift
        if negative then -value else value

    let private exactRoot (n: BigInteger) =
        // Newton's iteration from above ends at the floor of the root.
        let rec improve (guess: BigInteger) =
            let next = (guess + n / guess) / BigInteger 2
            if next >= guess then guess else improve next

        let root = if n.IsZero then n else improve (BigInteger.One <<< int ((n.GetBitLength() + 1L) / 2L + 1L))
        if root * root = n then Some root else None

    /// The largest whole number that is not above the value.
    let floor (value: Fraction) =
        let quotient = BigInteger.Divide(value.Numerator, value.Denominator)
        let below = value.Sign < 0 && not value.IsWhole
        Fraction.Of((if below then quotient - BigInteger.One else quotient), BigInteger.One)

    let private call name (arguments: Fraction list) =
        match name, arguments with
        | "floor", [ value ] -> floor value
        | "mod", [ a; b ] -> a - b * floor (a / b)
        | "sqrt", [ value ] ->
            match (if value.Sign < 0 then None else exactRoot value.Numerator), exactRoot value.Denominator with
            | Some top, Some bottom -> Fraction.Of(top, bottom)
            | _ -> raise (Irrational $"sqrt({value})")
        | "exp", [ value ] when value.IsZero -> Fraction.One
        | "log", [ value ] when value = Fraction.One -> Fraction.Zero
        | ("sin" | "cos" | "exp" | "log"), [ value ] -> raise (Irrational $"{name}({value})")
        | "random", _ -> raise (Irrational "random: its numbers are drawn by the product itself")
        | _ -> raise (NotUnderstood $"{name} of {arguments.Length} arguments")

    let private functions = set [ "floor"; "mod"; "sqrt"; "sin"; "cos"; "exp"; "log"; "random" ]

    let rec private power (a: Fraction) (b: Fraction) =
        if not b.IsWhole then
            if b = Fraction.Of(1L, 2L) then call "sqrt" [ a ] else raise (Irrational $"({a})^({b})")
        else
            a.Power(int b.Numerator)

    /// The value, with names looked up as they are met.
    let evaluate (lookup: string -> Fraction) (text: string) =
        let mutable at = 0
        let skip () = while at < text.Length && Char.IsWhiteSpace text[at] do at <- at + 1

        let accept symbol =
            skip ()
            let found = at < text.Length && text[at] = symbol
            if found then at <- at + 1
            found

        let fail () = raise (NotUnderstood $"'{text}' at character {at + 1}")
        let expect symbol = if not (accept symbol) then fail ()

        let take condition =
            let start = at
            while at < text.Length && condition text[at] do at <- at + 1
            text[start .. at - 1]

        let number () =
            let mantissa = take (fun c -> Char.IsAsciiDigit c || c = '.')
            let mark = at

            if at < text.Length && Char.ToLowerInvariant text[at] = 'e' then
                at <- at + 1
                let sign = if at < text.Length && (text[at] = '+' || text[at] = '-') then take (fun c -> c = '+' || c = '-') else ""
                let exponent = take Char.IsAsciiDigit
                if exponent = "" then
                    at <- mark
                    ofDecimal mantissa
                else ofDecimal $"{mantissa}e{sign}{exponent}"
            else ofDecimal mantissa

        let rec sum () =
            let rec more (left: Fraction) =
                if accept '+' then more (left + product ())
                elif accept '-' then more (left - product ())
                else left

            more (product ())

        and product () =
            let rec more (left: Fraction) =
                if accept '*' then more (left * signed ())
                elif accept '/' then more (left / signed ())
                else left

            more (signed ())

        and signed () =
            if accept '-' then -(signed ())
            else
                let operand = operand ()
                if accept '^' then power operand (signed ()) else operand

        and operand () =
            if accept '(' then
                let value = sum ()
                expect ')'
                value
            elif at < text.Length && Char.IsAsciiDigit text[at] then number ()
            elif at < text.Length && Char.IsAsciiLetter text[at] then
                let name = take Char.IsAsciiLetterOrDigit

                if functions.Contains name then
                    expect '('
                    let rec arguments found = if accept ',' then arguments (sum () :: found) else List.rev found
                    let given = arguments [ sum () ]
                    expect ')'
                    call name given
                else lookup name
            else fail ()

        let value = sum ()
        skip ()
        if at < text.Length then fail () else value
