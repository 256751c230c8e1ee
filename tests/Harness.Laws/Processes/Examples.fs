namespace Harness.Laws

/// Cases that are hard, or once broke a law, kept for ever: ExampleTests holds every law to every one of them that it is about. A
/// counterexample that FsCheck has found and shrunk is added here as it was printed, with a word on what it is.
module Examples =

    let private make kind symbols weights = { Kind = kind; Symbols = symbols; Weights = weights |> List.map Array.ofList |> Array.ofList }

    let processes =
        [ // One state and one symbol: every entropy is 0, every set has one member.
          make "nothing" 1 [ [ 1L ] ]

          // Forgets by a factor of 10⁻¹² with one token: infinitely many beliefs of which doubles see three.
          make "nearly synchronising" 2 [ [ 1_000_000L; 0L; 1_000_000L; 1L ]; [ 1_000_000L; 0L; 1L; 0L ] ]

          // Eight mixed states, some of which differ only in entries of 10⁻¹⁸.
          make "nearly certain" 4 [ [ 0L; 0L; 1L; 1L; 0L; 0L; 0L; 1_000_000_000L ]; [ 1_000_000_000L; 1L; 0L; 0L; 1L; 0L; 1L; 0L ] ]

          // A belief that tends to a state that it never is: the other entry underflows after forty tokens.
          make "nearly absorbed" 2 [ [ 0L; 1L; 1L; 0L ]; [ 0L; 30_000_000L; 1L; 1L ] ]

          // Twins, one of them entered with probability 10⁻⁹.
          make "unequal twins" 2 [ [ 1L; 1_000_000_000L; 1L; 0L; 0L; 0L ]; [ 0L; 0L; 0L; 1L; 0L; 1L ]; [ 0L; 0L; 0L; 1L; 0L; 1L ] ]

          // No token says more than that time goes on.
          make "clock" 1 [ [ 0L; 1L; 0L ]; [ 0L; 0L; 1L ]; [ 1L; 0L; 0L ] ] ]

    let starts =
        [ // Two coins, of which one is drawn once.
          { Process = make "two coins" 2 [ [ 1L; 0L; 2L; 0L ]; [ 0L; 2L; 0L; 1L ] ]
            Weights = [| 1L; 1L |] }

          // Everything ends in a state that emits 0 for ever.
          { Process = make "absorbed" 2 [ [ 1L; 1L; 1L; 0L ]; [ 0L; 1L; 0L; 0L ] ]
            Weights = [| 1L; 0L |] } ]

    let ghmms =
        [ // Two sharp measurements: pure states, and words that are impossible.
          Quantum { Skew = [| 0; 1; 0; 0; 1; 0 |]; SymbolOf = [| 0; 1 |] }, []
          // Beliefs without end.
          Quantum { Skew = [| 1; 2; 0; -1; 3; 1 |]; SymbolOf = [| 0; 1 |] }, [ 0, 1, 1; 2, 0, -2 ]
          // A hidden Markov model with beliefs of both signs.
          Classical(make "golden mean" 2 [ [ 1L; 0L; 0L; 1L ]; [ 1L; 0L; 0L; 0L ] ]), [ 0, 1, 2; 1, 0, 1 ] ]
        |> List.choose (fun (basis, operations) -> RandomGhmm.tryMake basis operations)
