import type { ColleagueWatch } from './colleague-watch';
import type { DrillBrowser } from './drill-browser';
import { callAs } from './drill-call';
import type { Evidence, Seen, View } from './evidence';
import type { Written } from './read-evidence';
import { readHistories, readCurrentAnnotations } from './read-evidence';

/** What stands in each layer, by its id, as the API tells its author. */
export async function readAllCurrentAnnotations(
  address: string,
  { layers }: Written,
  browsers: readonly DrillBrowser[],
): Promise<Map<string, Seen[]>> {
  const current = new Map<string, Seen[]>();
  for (const { person } of browsers)
    for (const { layerId, authorId } of layers)
      if (authorId === person.userId)
        current.set(
          layerId,
          await readCurrentAnnotations(callAs(person, address), authorId, layerId),
        );
  return current;
}

/** What every page shows of its author's own layer. */
export function pageViews(
  { layers }: Written,
  current: ReadonlyMap<string, Seen[]>,
  browsers: readonly DrillBrowser[],
): View[] {
  return browsers.flatMap(({ person, pages }) =>
    pages.map(({ replica }) => {
      const layer = layers.find(
        ({ articleId, authorId }) => articleId === replica.articleId && authorId === person.userId,
      );
      return {
        whose: `the page of ${person.name}`,
        seen: replica.snapshot().annotations,
        current: current.get(layer?.layerId ?? '') ?? [],
      };
    }),
  );
}

/** What everybody who watches sees of each colleague's layer over their article. */
export function watchedViews(
  { layers }: Written,
  current: ReadonlyMap<string, Seen[]>,
  watches: readonly ColleagueWatch[],
): View[] {
  return watches.flatMap((watch) =>
    layers
      .filter(({ articleId }) => articleId === watch.articleId)
      .flatMap((layer) => {
        const seen = watch.seen(layer);
        const whose = `the live view of ${watch.person.name} on layer ${layer.layerId}`;
        return seen === null ? [] : [{ whose, seen, current: current.get(layer.layerId) ?? [] }];
      }),
  );
}

/** All that is left behind but what is seen. */
export async function gathered(
  address: string,
  { events, layers }: Written,
  current: ReadonlyMap<string, Seen[]>,
  browsers: readonly DrillBrowser[],
): Promise<Omit<Evidence, 'views'>> {
  const [first] = browsers;
  if (first === undefined || current.size === 0) throw new Error('Nobody has written anything.');
  const ids = [...new Set(events.map(({ annotationId }) => annotationId))];
  return {
    acknowledged: browsers.flatMap(({ log: ledger }) => [...ledger.acknowledged.values()]),
    vanished: browsers.flatMap(({ log: ledger }) => ledger.vanished()),
    waiting: browsers.flatMap(({ log: ledger }) =>
      ledger.waiting().map(({ idempotencyKey }) => idempotencyKey),
    ),
    refused: browsers.flatMap(({ log: ledger }) => ledger.refused),
    events,
    layers,
    // The project is open, so that everybody may read everybody's.
    histories: await readHistories(callAs(first.person, address), ids),
  };
}
