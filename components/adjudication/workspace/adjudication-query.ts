import type { UnitDisagreementKind } from '@/lib/adjudication/unit/adjudication-unit';
import { unitDisagreementKinds } from '@/lib/adjudication/unit/adjudication-unit';
import type { ComparisonPageQuery } from '@/components/workbench/comparison-page-query';
import { heats } from '@/components/workbench/comparison-page-query';

/** Which places are listed, by how far they are. */
export const shows = ['left', 'resolved', 'all', 'elsewhere'] as const;

/** In which order: those where readings part before those where all agree, or as they stand in the text. */
export const orders = ['differing', 'position'] as const;

/** What stands in the desk's address, so that one can stop and go on later. */
export type AdjudicationQuery = {
  /** The chosen place's id. */
  unit: string | null;
  show: (typeof shows)[number];
  kind: UnitDisagreementKind | 'same' | null;
  label: string | null;
  /** Only places at which these two readings part. */
  pair: readonly [string, string] | null;
  order: (typeof orders)[number];
  heat: ComparisonPageQuery['heat'];
  /** The places, or the rules by which what is not in dispute is settled; null for what fits the moment. */
  view: 'passages' | 'auto-resolve' | null;
};

/** What a desk shows whose address says nothing. */
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

/** Reads an address; what it says that cannot be is as if it said nothing. */
export function adjudicationQueryOf(
  asked: Record<string, string | string[] | undefined>,
): AdjudicationQuery {
  const param = (name: string): string | null => {
    const value = asked[name];
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

/** What stands in the address after its path; empty for what is usual. */
export function adjudicationSearch(values: AdjudicationQuery): string {
  const query = Object.entries(values).flatMap(([name, value]) => {
    const written = value instanceof Array ? value.join(',') : value;
    if (written === null || written === defaultAdjudicationQuery[name as keyof AdjudicationQuery])
      return [];
    return [`${name}=${encodeURIComponent(written).replaceAll('%2C', ',')}`];
  });
  return query.length === 0 ? '' : `?${query.join('&')}`;
}
