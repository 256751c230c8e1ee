using Harness.Numerics;

namespace Harness.Torch;

/// <summary>The parameters of a network by name: shapes, places and initial values over one flat buffer.</summary>
/// <param name="vocabulary">Number of tokens.</param>
/// <param name="positions">The most tokens of a context.</param>
internal abstract class ParameterTable(int vocabulary, int positions)
{
    private readonly List<NamedParameter> _parameters = [];
    private readonly Dictionary<string, NamedParameter> _byName = [];

    public int Vocabulary { get; } = vocabulary;

    public int Positions { get; } = positions;

    /// <summary>Number of floats in the flat buffer.</summary>
    public int Count { get; private set; }

    /// <summary>Every parameter, in the fixed order of the initialisation.</summary>
    public IReadOnlyList<NamedParameter> Parameters => _parameters;

    public NamedParameter this[string name] => _byName[name];

    /// <summary>Initial values: parameter k of the table is drawn from substream k.</summary>
    public float[] Draw(RandomStream stream)
    {
        float[] values = new float[Count];
        for (int k = 0; k < _parameters.Count; k++)
        {
            RandomStream own = stream.At(k);
            foreach (int index in _parameters[k].Indices())
            {
                values[index] = (float)_parameters[k].Initial(own);
            }
        }
        return values;
    }

    protected static Func<RandomStream, double> Constant(double value) => _ => value;

    protected static Func<RandomStream, double> Normal(double deviation) => random => deviation * random.NextNormal();

    /// <summary>Uniform between −<paramref name="bound"/> and <paramref name="bound"/>.</summary>
    protected static Func<RandomStream, double> Uniform(double bound) => random => bound * ((2 * random.NextDouble()) - 1);

    /// <summary>The next parameter of the buffer, its elements one after the other.</summary>
    protected void Contiguous(string name, int[] shape, Func<RandomStream, double> initial)
    {
        int[] strides = new int[shape.Length];
        int size = 1;
        for (int i = shape.Length - 1; i >= 0; i--)
        {
            strides[i] = size;
            size *= shape[i];
        }
        Add(name, shape, Count, strides, initial);
        Reserve(size);
    }

    /// <summary>A parameter that lies anywhere in what is reserved.</summary>
    protected void Add(string name, int[] shape, int offset, int[] strides, Func<RandomStream, double> initial)
    {
        NamedParameter parameter = new(name, shape, offset, strides, initial);
        _parameters.Add(parameter);
        _byName.Add(name, parameter);
    }

    /// <summary>Lengthens the buffer.</summary>
    protected void Reserve(int floats) => Count += floats;
}
