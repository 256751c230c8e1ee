namespace Harness.Cli;

/// <summary>Starting files that are valid as they are, to be changed word by word.</summary>
internal static class SpecTemplate
{
    /// <summary>A process of two states with a parameter: runs of 1s between 0s have even length.</summary>
    public static string Process(string id) => $$"""
        {
          "$schema": "../schema/process.schema.json",
          "id": "{{id}}",
          "title": "What the process is called",
          "source": "where it is defined",
          "notes": "transitions[z][i][j] is the probability to emit z and to go to state j, in state i; entries may be expressions over the parameters.",
          "kind": "hmm",
          "symbols": ["0", "1"],
          "states": ["A", "B"],
          "parameters": { "p": { "default": 0.5, "min": 0, "max": 1 } },
          "transitions": {
            "0": [["1-p", 0], [0, 0]],
            "1": [[0, "p"], [1, 0]]
          }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>An experiment that trains in seconds, with one exploratory claim: registered, it gates.</summary>
    public static string Experiment(string id) => $$"""
        {
          "$schema": "../schema/experiment.schema.json",
          "schema": 1,
          "id": "{{id}}",
          "title": "What is asked, in one line",
          "source": "where the question comes from",
          "process": "mess3",
          "architecture": { "kind": "transformer", "layers": 2, "heads": 1, "dModel": 32, "dHead": 8, "dMlp": 128 },
          "data": { "window": 8, "predict": "next", "mode": "sampled", "batch": 64 },
          "training": { "optimizer": { "kind": "adam", "learningRate": 0.003 }, "steps": 500 },
          "seeds": [1, 2, 3, 4, 5],
          "claims": [
            {
              "id": "{{id}}/final-residual-decodes-beliefs", "version": 1, "status": "exploratory", "tier": "quick", "expect": "supported",
              "statement": "The final residual stream decodes the belief beyond what an untrained network or a code without geometry allow.",
              "measure": { "kind": "affine-probe", "target": "belief", "location": "ln_final", "weighting": "probability", "partition": "subtree" },
              "comparator": { "kind": "exceeds", "nulls": ["untrained", "permuted", "shuffled"], "margin": 0.01 },
              "interval": { "kind": "paired-t", "level": 0.95 },
              "preconditions": [{ "kind": "settled", "maxLossGapNats": 0.01 }],
              "controls": [{ "kind": "planted", "expect": "supported" }, { "kind": "shuffled", "expect": "refuted" }]
            }
          ]
        }

        """.ReplaceLineEndings("\n");
}
