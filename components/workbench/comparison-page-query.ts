import type { DisagreementKind } from '@/lib/comparison/compared-unit';
import { disagreementKinds } from '@/lib/comparison/compared-unit';
import type { Segment } from '@/lib/article/segment';

/** The kinds of units in the list: a kind of disagreement, or `same` for agreement. */
export type UnitKind = DisagreementKind | 'same';

/** All kinds in the order in which they are shown. */
export const unitKinds: readonly UnitKind[] = [...disagreementKinds, 'same'];

/** What the article's text can be shaded by. */
export const heats = ['none', 'density', 'conflict'] as const;

/** The query of the comparison page, which makes its state a link. */
export type ComparisonPageQuery = {
  /** The chosen unit's id. */
  unit: string | null;
  /** A passage whose unit is to be chosen, in code points as in the API; cleared once it is found. */
  at: { start: number; end: number } | null;
  /** The ids of the compared layers; null for every analyst's. */
  layers: readonly string[] | null;
  /** The keys of the labels that are hidden. */
  hide: readonly string[];
  heat: (typeof heats)[number];
  kind: UnitKind | null;
  /** Only units in which somebody uses this label. */
  label: string | null;
  /** Only units on which these two layers disagree. */
  pair: readonly [string, string] | null;
  /** Only units of this cell of the label matrix; `column` null is no annotation. */
  cell: { row: string; column: string | null } | null;
  order: 'position' | 'pairs';
  view: 'passages' | 'matrix';
};

/** The query of an address without parameters. */
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

/** Parses a range of positions, `start-end`; null where it is invalid. */
function parseRange(written: string | null): ComparisonPageQuery['at'] {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(written ?? '') ?? [];
  return start === undefined ? null : { start: Number(start), end: Number(end) };
}

const listOf = (written: string): string[] => written.split(',').filter((part) => part !== '');

/** Parses the query of the comparison page; an invalid value counts as absent. */
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

/** The search string of a query with its `?`; defaults are left out. */
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

/** The query of the page of an article's annotations. */
export type AnnotationsQuery = {
  /** The layer that is shown first. */
  layer: string | null;
  /** The passage that is shown, in code points. */
  at: Segment | null;
};

/** Parses the query; an invalid value counts as absent. */
export function annotationsQueryOf(searchParams: SearchParams): AnnotationsQuery {
  const { layer, at } = searchParams;
  return {
    layer: typeof layer === 'string' ? layer : null,
    at: parseRange(typeof at === 'string' ? at : null),
  };
}

/** The address of a passage of a layer on the page of an article's annotations. */
export function annotationsAddress(
  articleId: string,
  layerId: string,
  { start, end }: Segment,
): string {
  return `/articles/${articleId}/annotations?layer=${layerId}&at=${start}-${end}`;
}
