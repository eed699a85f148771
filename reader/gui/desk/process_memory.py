"""The resident memory of another process, from what the system itself tells.

Only ctypes and /proc: a dependency for one number would be too dear.
"""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Callable
from ctypes import POINTER, Structure, byref, c_int, c_size_t, c_uint32, c_uint64, c_void_p, sizeof
from pathlib import Path


def resident(pid: int) -> int:
    """Bytes of the process that are in memory; 0 where it is gone or cannot be asked."""
    return _ASK.get(sys.platform, _nothing)(pid)


def _nothing(_pid: int) -> int:
    return 0


def _linux(pid: int) -> int:
    try:
        pages = Path(f"/proc/{pid}/statm").read_text("ascii").split()[1]
    except (OSError, IndexError):
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")


class _TaskInfo(Structure):
    """`struct proc_taskinfo` of <sys/proc_info.h>."""

    _fields_ = (
        ("virtual_size", c_uint64),
        ("resident_size", c_uint64),
        ("times", c_uint64 * 4),
        ("counts", c_uint32 * 12),
    )


_PROC_PIDTASKINFO = 4


def _macos(pid: int) -> int:
    info = _TaskInfo()
    ask = ctypes.CDLL("/usr/lib/libproc.dylib").proc_pidinfo
    ask.argtypes = (c_int, c_int, c_uint64, c_void_p, c_int)
    if ask(pid, _PROC_PIDTASKINFO, 0, byref(info), sizeof(info)) != sizeof(info):
        return 0
    return int(info.resident_size)


class _Counters(Structure):
    """`PROCESS_MEMORY_COUNTERS` of <psapi.h>."""

    _fields_ = (
        ("cb", c_uint32),
        ("page_faults", c_uint32),
        ("peak_working_set", c_size_t),
        ("working_set", c_size_t),
        ("quotas", c_size_t * 4),
        ("page_file", c_size_t),
        ("peak_page_file", c_size_t),
    )


_PROCESS_QUERY_LIMITED_INFORMATION = 0x1000


def _windows(pid: int) -> int:
    kernel = ctypes.CDLL("kernel32")
    kernel.OpenProcess.restype = c_void_p
    kernel.K32GetProcessMemoryInfo.argtypes = (c_void_p, POINTER(_Counters), c_uint32)
    kernel.CloseHandle.argtypes = (c_void_p,)
    handle = kernel.OpenProcess(_PROCESS_QUERY_LIMITED_INFORMATION, 0, pid)
    if not handle:
        return 0
    counters = _Counters(cb=sizeof(_Counters))
    try:
        asked = kernel.K32GetProcessMemoryInfo(handle, byref(counters), counters.cb)
    finally:
        kernel.CloseHandle(handle)
    return int(counters.working_set) if asked else 0


_ASK: dict[str, Callable[[int], int]] = {"linux": _linux, "darwin": _macos, "win32": _windows}
