#include "app/core/confine.h"
#include "app/core/sanitized.h"
#include <array>
#include <cstddef>
#ifdef Q_OS_UNIX
#include <cstdio>
#include <sys/resource.h>
#include <unistd.h>
#endif
#ifdef Q_OS_LINUX
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#endif

namespace tresen {

#ifdef Q_OS_LINUX
namespace {

#if defined(__x86_64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr unsigned kArchitecture = AUDIT_ARCH_AARCH64;
#else
constexpr unsigned kArchitecture = 0;
#endif

// What no reader of a file needs. It gets EPERM and goes on, or fails: nothing of it happens.
constexpr std::array kForbidden{
    __NR_socket, __NR_socketpair, __NR_connect, __NR_bind, __NR_listen, __NR_accept, __NR_accept4, __NR_sendto, __NR_sendmsg, __NR_execve, __NR_execveat, __NR_clone,
    __NR_clone3, __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev, __NR_kill, __NR_tkill, __NR_tgkill, __NR_unshare, __NR_setns, __NR_mount, __NR_umount2,
    __NR_chroot, __NR_pivot_root, __NR_bpf, __NR_keyctl, __NR_add_key, __NR_request_key, __NR_perf_event_open, __NR_userfaultfd, __NR_init_module, __NR_finit_module,
    __NR_unlinkat, __NR_renameat2, __NR_mkdirat, __NR_linkat, __NR_symlinkat, __NR_mknodat, __NR_fchmodat, __NR_fchownat, __NR_truncate, __NR_ftruncate,
    __NR_io_uring_setup, __NR_memfd_create,
#ifdef __NR_fork
    __NR_fork, __NR_vfork, __NR_open_by_handle_at, __NR_unlink, __NR_rename, __NR_renameat, __NR_mkdir, __NR_rmdir, __NR_link, __NR_symlink, __NR_mknod, __NR_chmod,
    __NR_chown, __NR_lchown, __NR_creat,
#endif
};

// A program for the kernel's filter (seccomp(2)): architecture, then the number of the call against the list.
bool forbidCalls()
{
    if (kArchitecture == 0) return false;
    constexpr auto kCount = kForbidden.size();
    static_assert(kCount + 1 < 256, "jumps are one byte");
    std::array<sock_filter, kCount + 6> filter{};
    std::size_t at = 0;
    const auto put = [&](unsigned code, unsigned k, std::size_t yes = 0, std::size_t no = 0) {
        filter[at++] = {static_cast<__u16>(code), static_cast<__u8>(yes), static_cast<__u8>(no), k};
    };
    put(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch));
    put(BPF_JMP | BPF_JEQ | BPF_K, kArchitecture, 1, 0);
    put(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);
    put(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr));
    for (std::size_t i = 0; i < kCount; ++i) put(BPF_JMP | BPF_JEQ | BPF_K, static_cast<unsigned>(kForbidden[i]), kCount - i, 0);
    put(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
    put(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | 1u);   // EPERM
    const sock_fprog program{static_cast<unsigned short>(at), filter.data()};
    return ::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && ::prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

// Not asked for under AddressSanitizer, whose own use of addresses knows no limit.
[[maybe_unused]] qint64 addressSpace()
{
    long pages = 0;
    auto* file = std::fopen("/proc/self/statm", "re");
    if (!file) return 0;
    if (std::fscanf(file, "%ld", &pages) != 1) pages = 0;
    std::fclose(file);
    return static_cast<qint64>(pages) * ::sysconf(_SC_PAGESIZE);
}

} // namespace
#endif

#ifdef Q_OS_UNIX
namespace {

template <class Resource> bool limitTo(Resource resource, qint64 most)
{
    const rlimit limit{static_cast<rlim_t>(most), static_cast<rlim_t>(most)};
    return ::setrlimit(resource, &limit) == 0;
}

} // namespace

Confined confineThisProcess(const Confinement& limits)
{
    Confined out;
    const bool dumps = limitTo(RLIMIT_CORE, 0), writes = limitTo(RLIMIT_FSIZE, 0), opens = limitTo(RLIMIT_NOFILE, limits.openFiles);
    out.files = dumps && writes && opens;
#ifdef Q_OS_LINUX
#ifndef TRESEN_SANITIZED
    const auto inUse = addressSpace();
    out.memory = inUse > 0 && limitTo(RLIMIT_AS, inUse + limits.moreMemory);
#endif
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
    out.calls = forbidCalls();
#endif
    return out;
}

void allowProcessor(int seconds)
{
    rusage used{};
    rlimit limit{};
    if (::getrusage(RUSAGE_SELF, &used) != 0 || ::getrlimit(RLIMIT_CPU, &limit) != 0) return;
    limit.rlim_cur = static_cast<rlim_t>(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds);
    ::setrlimit(RLIMIT_CPU, &limit);
}
#else
Confined confineThisProcess(const Confinement&) { return {}; }   // a job object of the parent would stand here
void allowProcessor(int) {}
#endif

} // namespace tresen
