/** What the address of the board carries. */
export interface BoardSearch {
  process?: string | undefined;
  q?: string | undefined;
  owner?: string | undefined;
  due?: 'overdue' | 'today' | undefined;
  form?: 'new' | undefined;
}

/** The filters among it; the rest is which board, and an open form. */
export function boardFilter({ q, owner, due }: BoardSearch) {
  return {
    ...(q === undefined || q.trim() === '' ? {} : { q: q.trim() }),
    ...(owner === undefined ? {} : { owner }),
    ...(due === undefined ? {} : { due }),
  };
}

export function isFiltered(search: BoardSearch): boolean {
  return Object.keys(boardFilter(search)).length > 0;
}
