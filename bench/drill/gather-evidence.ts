import type { ColleagueWatch } from './colleague-watch';
import type { DrillBrowser } from './drill-browser';
import { callAs } from './drill-call';
import type { Evidence, Seen, View } from './evidence';
import type { Written } from './read-evidence';
import { readHistories, readStanding } from './read-evidence';

/** What stands in each layer, by its id, as the API tells its author. */
export async function readAllStanding(
  address: string,
  { layers }: Written,
  browsers: readonly DrillBrowser[],
): Promise<Map<string, Seen[]>> {
  const standing = new Map<string, Seen[]>();
  for (const { person } of browsers)
    for (const { layerId, authorId } of layers)
      if (authorId === person.userId)
        standing.set(layerId, await readStanding(callAs(person, address), authorId, layerId));
  return standing;
}

/** What every page shows of its author's own layer. */
export function pageViews(
  { layers }: Written,
  standing: ReadonlyMap<string, Seen[]>,
  browsers: readonly DrillBrowser[],
): View[] {
  return browsers.flatMap(({ person, pages }) =>
    pages.map(({ shelf }) => {
      const layer = layers.find(
        ({ articleId, authorId }) => articleId === shelf.articleId && authorId === person.userId,
      );
      return {
        whose: `the page of ${person.name}`,
        seen: shelf.shelved().annotations,
        stands: standing.get(layer?.layerId ?? '') ?? [],
      };
    }),
  );
}

/** What everybody who watches sees of each colleague's layer over their article. */
export function watchedViews(
  { layers }: Written,
  standing: ReadonlyMap<string, Seen[]>,
  watches: readonly ColleagueWatch[],
): View[] {
  return watches.flatMap((watch) =>
    layers
      .filter(({ articleId }) => articleId === watch.articleId)
      .flatMap((layer) => {
        const seen = watch.seen(layer);
        const whose = `the live view of ${watch.person.name} on layer ${layer.layerId}`;
        return seen === null ? [] : [{ whose, seen, stands: standing.get(layer.layerId) ?? [] }];
      }),
  );
}

/** All that is left behind but what is seen. */
export async function gathered(
  address: string,
  { events, layers }: Written,
  standing: ReadonlyMap<string, Seen[]>,
  browsers: readonly DrillBrowser[],
): Promise<Omit<Evidence, 'views'>> {
  const [first] = browsers;
  if (first === undefined || standing.size === 0) throw new Error('Nobody has written anything.');
  const ids = [...new Set(events.map(({ annotationId }) => annotationId))];
  return {
    acknowledged: browsers.flatMap(({ ledger }) => [...ledger.acknowledged.values()]),
    vanished: browsers.flatMap(({ ledger }) => ledger.vanished()),
    waiting: browsers.flatMap(({ ledger }) => ledger.waiting().map(({ deedId }) => deedId)),
    refused: browsers.flatMap(({ ledger }) => ledger.refused),
    events,
    layers,
    // The project is open, so that everybody may read everybody's.
    histories: await readHistories(callAs(first.person, address), ids),
  };
}
