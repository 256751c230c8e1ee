using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Harness.Numerics;

/// <summary>Arrays of many megabytes whose every element is about to be written.</summary>
/// <remarks>
/// Their memory is first used while they are filled, and then most of the time goes into mapping it, 4 kB at a time. On Linux the system is
/// asked for pages of 2 MB instead, which it may refuse; the numbers do not depend on it.
/// </remarks>
internal static class LargeArray
{
    private const int PageBytes = 4096;
    private const long FewestBytes = 4 << 20;
    private const int HugePages = 14;

    /// <summary>An array with whatever its memory holds.</summary>
    public static T[] Uninitialised<T>(int length)
        where T : unmanaged
    {
        T[] array = GC.AllocateUninitializedArray<T>(length);
        long bytes = (long)length * Unsafe.SizeOf<T>();
        if (OperatingSystem.IsLinux() && bytes >= FewestBytes)
        {
            Advise(ref Unsafe.As<T, byte>(ref MemoryMarshal.GetArrayDataReference(array)), bytes);
        }
        return array;
    }

    // Whole pages inside the array. Arrays of this size are not moved.
    private static void Advise(ref byte first, long bytes)
    {
        long address = (long)Unsafe.ByteOffset(ref Unsafe.NullRef<byte>(), ref first);
        int before = (int)((PageBytes - (address % PageBytes)) % PageBytes);
        _ = Advise(ref Unsafe.Add(ref first, before), (nuint)((bytes - before) / PageBytes * PageBytes), HugePages);
    }

    [DllImport("libc", EntryPoint = "madvise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Advise(ref byte address, nuint length, int advice);
}
