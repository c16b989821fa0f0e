/// What a column of a dump is used for.
public enum ColumnRole: String, Sendable { case text, title, id, rating, date, field }
