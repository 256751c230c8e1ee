namespace Harness.Numerics;

/// <summary>The strongly connected components of a directed graph.</summary>
/// <remarks>Tarjan 1972, without recursion. Components are numbered in reverse topological order: edges lead to equal or smaller numbers.</remarks>
internal static class StrongComponents
{
    /// <param name="edges">Slot k of node v is <c>edges[v·degree + k]</c>: a target node, or −1 for no edge.</param>
    /// <returns>The component of each node.</returns>
    public static int[] Of(ReadOnlySpan<int> edges, int degree)
    {
        int nodes = degree == 0 ? 0 : edges.Length / degree;
        int[] component = new int[nodes], index = new int[nodes], low = new int[nodes], slot = new int[nodes];
        Array.Fill(component, -1);
        Stack<int> open = new(), path = new();
        int visited = 0, components = 0;
        for (int root = 0; root < nodes; root++)
        {
            if (index[root] == 0)
            {
                path.Push(root);
            }
            while (path.Count > 0)
            {
                int node = path.Peek();
                if (index[node] == 0)
                {
                    low[node] = index[node] = ++visited;
                    open.Push(node);
                }
                if (slot[node] < degree)
                {
                    int target = edges[(node * degree) + slot[node]++];
                    if (target >= 0 && index[target] == 0)
                    {
                        path.Push(target);
                    }
                    else if (target >= 0 && component[target] < 0)
                    {
                        low[node] = Math.Min(low[node], index[target]);
                    }
                    continue;
                }
                path.Pop();
                if (low[node] == index[node])
                {
                    int member;
                    do
                    {
                        member = open.Pop();
                        component[member] = components;
                    }
                    while (member != node);
                    components++;
                }
                if (path.Count > 0)
                {
                    low[path.Peek()] = Math.Min(low[path.Peek()], low[node]);
                }
            }
        }
        return component;
    }

    /// <summary>Which nodes lie in a component that no edge leaves: the recurrent states of a finite Markov chain.</summary>
    public static bool[] Closed(ReadOnlySpan<int> edges, int degree)
    {
        int[] component = Of(edges, degree);
        bool[] left = new bool[component.Length];
        for (int i = 0; i < edges.Length; i++)
        {
            int from = i / degree;
            if (edges[i] >= 0 && component[edges[i]] != component[from])
            {
                left[component[from]] = true;
            }
        }
        return [.. component.Select(c => !left[c])];
    }
}
