/** What an expression must give: a truth value, or a value that fits a field. */
export type Expected = 'boolean' | { field: string };
