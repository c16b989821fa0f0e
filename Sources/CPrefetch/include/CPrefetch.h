#ifndef CPREFETCH_H
#define CPREFETCH_H

/// Asks for the cache line of an address, which need not be readable, and does not wait for it.
static inline void verhaal_prefetch(const void *address) { __builtin_prefetch(address); }

#endif
