import type { DisagreementKind } from '@/lib/comparison/compared-unit';
import { disagreementKinds } from '@/lib/comparison/compared-unit';
import type { Segment } from '@/lib/article/segment';

/** How units are told apart in the list: by how they part, or that nobody parts. */
export type UnitKind = DisagreementKind | 'same';

/** In the order in which they are shown. */
export const unitKinds: readonly UnitKind[] = [...disagreementKinds, 'same'];

/** What the grounds of the article show. */
export const heats = ['none', 'density', 'conflict'] as const;

/** What stands in the page's address, so that a place of a comparison can be linked. */
export type ComparisonPageQuery = {
  /** The chosen unit's id. */
  unit: string | null;
  /** A place whose unit is wanted, in code points, as the API tells positions; gone once the unit is found. */
  at: { start: number; end: number } | null;
  /** The readings that are laid beside each other; null for every analyst's. */
  layers: readonly string[] | null;
  /** The labels that are not shown. */
  hide: readonly string[];
  heat: (typeof heats)[number];
  kind: UnitKind | null;
  /** Only units at which somebody says this label. */
  label: string | null;
  /** Only units at which these two readings part. */
  pair: readonly [string, string] | null;
  /** Only units of this cell of the matrix; `column` null is nobody. */
  cell: { row: string; column: string | null } | null;
  order: 'position' | 'pairs';
  view: 'passages' | 'matrix';
};

/** What a page shows whose address says nothing. */
export const defaultComparisonPageQuery: ComparisonPageQuery = {
  unit: null,
  at: null,
  layers: null,
  hide: [],
  heat: 'none',
  kind: null,
  label: null,
  pair: null,
  cell: null,
  order: 'position',
  view: 'passages',
};

type SearchParams = Record<string, string | string[] | undefined>;

/** A place as addresses write it, `start-end`; null where that is none. */
function parseRange(written: string | null): ComparisonPageQuery['at'] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? '') ?? [];
  return start === undefined ? null : { start: Number(start), end: Number(end) };
}

const listOf = (written: string): string[] => written.split(',').filter((part) => part !== '');

/** Reads an address; what it says that cannot be is as if it said nothing. */
export function comparisonPageQueryOf(searchParams: SearchParams): ComparisonPageQuery {
  const param = (name: string): string | null => {
    const value = searchParams[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const layers = param('layers');
  const [one, other, more] = listOf(param('pair') ?? '');
  const row = param('row');
  return {
    unit: param('unit'),
    at: parseRange(param('at')),
    layers: layers === null ? null : layers === 'none' ? [] : listOf(layers),
    hide: listOf(param('hide') ?? ''),
    heat: heats.find((heat) => heat === param('heat')) ?? 'none',
    kind: unitKinds.find((kind) => kind === param('kind')) ?? null,
    label: param('label'),
    pair: one !== undefined && other !== undefined && more === undefined ? [one, other] : null,
    cell: row === null ? null : { row, column: param('column') },
    order: param('order') === 'pairs' ? 'pairs' : 'position',
    view: param('view') === 'matrix' ? 'matrix' : 'passages',
  };
}

/** What stands in the address after its path; empty for what is usual. */
export function comparisonSearch(query: ComparisonPageQuery): string {
  const { layers, pair, cell, at } = query;
  const params: [string, string | null | undefined][] = [
    ['unit', query.unit],
    ['at', at && `${at.start}-${at.end}`],
    ['layers', layers && (layers.join(',') || 'none')],
    ['hide', query.hide.join(',')],
    ['heat', query.heat === 'none' ? null : query.heat],
    ['kind', query.kind],
    ['label', query.label],
    ['pair', pair?.join(',')],
    ['row', cell?.row],
    ['column', cell?.column],
    ['order', query.order === 'position' ? null : query.order],
    ['view', query.view === 'passages' ? null : query.view],
  ];
  const written = params.flatMap(([name, value]) =>
    value ? [`${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`] : [],
  );
  return written.length === 0 ? '' : `?${written.join('&')}`;
}

/** What stands in the address of an article's readings. */
export type AnnotationsQuery = {
  /** The layer that is shown first. */
  layer: string | null;
  /** A place that is shown, in code points. */
  at: Segment | null;
};

/** Reads an address; what it says that cannot be is as if it said nothing. */
export function annotationsQueryOf(
  asked: Record<string, string | string[] | undefined>,
): AnnotationsQuery {
  const { layer, at } = asked;
  return {
    layer: typeof layer === 'string' ? layer : null,
    at: parseRange(typeof at === 'string' ? at : null),
  };
}

/** The address of a place in a layer, among the readings of its article. */
export function annotationsAddress(
  articleId: string,
  layerId: string,
  { start, end }: Segment,
): string {
  return `/articles/${articleId}/annotations?layer=${layerId}&at=${start}-${end}`;
}
