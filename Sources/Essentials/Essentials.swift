// The part of Foundation that the program needs. All of it brings the tables of ICU along: a program that is linked
// statically has then 70 MB instead of 21 MB, and starts 2 ms later.
#if canImport(FoundationEssentials)
  @_exported import FoundationEssentials
#else
  @_exported import Foundation
#endif

#if canImport(Darwin)
  @_exported import Darwin
#elseif canImport(Musl)
  @_exported import Musl
#else
  @_exported import Glibc
#endif
