import CSQLite

extension Database {
  /// Makes `minhash(text)` known to this connection, for migrations: the signature of a text, null of one without letters.
  func defineSignature() throws(StoreError) {
    let code = unsafe sqlite3_create_function_v2(
      handle, "minhash", 1, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY, nil,
      { context, _, values in
        let value = unsafe values?[0]
        guard let start = unsafe sqlite3_value_blob(value) else { return }
        let text = unsafe UnsafeRawBufferPointer(
          start: start, count: Int(sqlite3_value_bytes(value)))
        let bytes = unsafe Array(text)
        var signature: [UInt8] = []
        TextSignature(0..<bytes.count, in: bytes).append(toStored: &signature)
        guard !signature.isEmpty else { return }
        unsafe sqlite3_result_blob64(
          context, signature, UInt64(signature.count), Statement.copied)
      }, nil, nil, nil)
    guard code == SQLITE_OK else { throw failure(code) }
  }
}
