import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { heats } from '@/components/workbench/comparison-page-query';

/** Which passages are listed, by their state. */
export const shows = ['left', 'resolved', 'all', 'elsewhere'] as const;

/** The order of the list: disagreements first, or by position in the text. */
export const orders = ['differing', 'position'] as const;

/** The state of the page that is in its address, so that work can be resumed. */
export type AdjudicationQuery = {
  /** The chosen passage's id. */
  unit: string | null;
  show: (typeof shows)[number];
  kind: UnitDisagreementKind | 'same' | null;
  label: string | null;
  /** Only passages at which these two layers differ. */
  pair: readonly [string, string] | null;
  order: (typeof orders)[number];
  heat: ComparisonPageQuery['heat'];
  /** The passages, or auto-resolve; null for what fits the moment. */
  view: 'passages' | 'auto-resolve' | null;
};

/** The query of an address without parameters. */
export const defaultAdjudicationQuery: AdjudicationQuery = {
  unit: null,
  show: 'left',
  kind: null,
  label: null,
  pair: null,
  order: 'differing',
  heat: 'none',
  view: null,
};

/** Parses the search parameters of an address; invalid values count as absent. */
export function adjudicationQueryOf(
  params: Record<string, string | string[] | undefined>,
): AdjudicationQuery {
  const param = (name: string): string | null => {
    const value = params[name];
    return typeof value === 'string' && value !== '' ? value : null;
  };
  const one = <Word extends string>(options: readonly Word[], name: string): Word | null =>
    options.find((word) => word === param(name)) ?? null;
  const [first, second, more] = (param('pair') ?? '').split(',').filter((part) => part !== '');
  return {
    unit: param('unit'),
    show: one(shows, 'show') ?? 'left',
    kind: one([...unitDisagreementKinds, 'same'], 'kind'),
    label: param('label'),
    pair:
      first !== undefined && second !== undefined && more === undefined ? [first, second] : null,
    order: one(orders, 'order') ?? 'differing',
    heat: one(heats, 'heat') ?? 'none',
    view: one(['passages', 'auto-resolve'], 'view'),
  };
}

/** The search string of an address; without default values. */
export function adjudicationSearch(values: AdjudicationQuery): string {
  const query = Object.entries(values).flatMap(([name, value]) => {
    const written = value instanceof Array ? value.join(',') : value;
    if (written === null || written === defaultAdjudicationQuery[name as keyof AdjudicationQuery])
      return [];
    return [`${name}=${encodeURIComponent(written).replaceAll('%2C', ',')}`];
  });
  return query.length === 0 ? '' : `?${query.join('&')}`;
}
