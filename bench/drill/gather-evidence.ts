import type { Call } from '@/components/outbox/requests';
import { readLayer } from '@/components/outbox/requests';
import { callAs } from './drill-project';
import type { Version, WrittenEvent, Evidence, Seen, View } from './verdict';
import { Client } from 'pg';
import type { Annotation } from '@/lib/annotation/annotation';
import type { HistoryView } from '@/lib/annotation/history';
import type { ColleagueWatch } from './colleague-watch';
import type { DrillBrowser } from './drill-browser';

/** Everything written in a project, from the database itself. */
type Written = {
  events: WrittenEvent[];
  layers: { layerId: string; articleId: string; authorId: string; eventCount: number }[];
};

type EventRow = Omit<WrittenEvent, 'label' | 'segments' | 'note'> & {
  content: { label: string; note: string; segments: [number, number][] };
};

/** Reads what was written in a project from the database directly. */
export async function readWritten(databaseUrl: string, projectId: string): Promise<Written> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const ofProject = `FROM "Layer" l JOIN "Article" a ON a.id = l."articleId" AND a."projectId" = $1`;
  const layers = await client.query<Written['layers'][number]>(
    `SELECT l.id AS "layerId", l."articleId", l."authorId", l."eventCount" ${ofProject}`,
    [projectId],
  );
  const events = await client.query<EventRow>(
    `SELECT e."annotationId", e.version, e."layerId", e.sequence, e.kind, e."idempotencyKey", e.content
     ${ofProject} JOIN "AnnotationEvent" e ON e."layerId" = l.id ORDER BY e."layerId", e.sequence`,
    [projectId],
  );
  await client.end();
  return {
    layers: layers.rows,
    events: events.rows.map(({ content: { label, note, segments }, ...row }) => ({
      ...row,
      label,
      note,
      segments: segments.map(([start, end]) => ({ start, end })),
    })),
  };
}

/** Reads a layer over the API. */
async function readCurrentAnnotations(
  call: Call,
  userId: string,
  layerId: string,
): Promise<Annotation[]> {
  const read = await readLayer(call, userId, layerId);
  if (read.kind !== 'done') throw new Error(`Layer ${layerId} cannot be read: ${read.kind}.`);
  return read.answer.annotations;
}

/** Reads the histories of annotations over the API, several in parallel. */
async function readHistories(
  call: Call,
  annotationIds: readonly string[],
): Promise<Map<string, Version[]>> {
  const histories = new Map<string, Version[]>();
  const left = annotationIds.slice();
  const hand = async () => {
    for (let id = left.pop(); id !== undefined; id = left.pop()) {
      const path = `/api/v1/annotations/${id}/history?offsetUnit=utf-16&limit=1000`;
      histories.set(id, (await call<HistoryView>('GET', path)).items);
    }
  };
  await Promise.all(Array.from({ length: 6 }, hand));
  return histories;
}

/** The current annotations of each layer, by layer id, as the API returns them to its author. */
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

/** What every page shows of its author’s own layer. */
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

/** What every watcher sees of each colleague’s layer on their article. */
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

/** All evidence except the views. */
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
    acknowledged: browsers.flatMap(({ log }) => [...log.acknowledged.values()]),
    vanished: browsers.flatMap(({ log }) => log.vanished()),
    waiting: browsers.flatMap(({ log }) =>
      log.waiting().map(({ idempotencyKey }) => idempotencyKey),
    ),
    refused: browsers.flatMap(({ log }) => log.refused),
    events,
    layers,
    // The project is open, so everybody may read everybody’s layers.
    histories: await readHistories(callAs(first.person, address), ids),
  };
}
