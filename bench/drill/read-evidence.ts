import { Client } from 'pg';
import type { Call } from '@/components/outbox/send-change';
import { readLayer } from '@/components/outbox/read-layer';
import type { Annotation } from '@/lib/annotation/annotation';
import type { HistoryView } from '@/lib/annotation/history';
import type { Version, WrittenEvent } from './evidence';

/** Everything written in a project, from the database itself. */
export type Written = {
  events: WrittenEvent[];
  layers: { layerId: string; articleId: string; authorId: string; eventCount: number }[];
};

type EventRow = Omit<WrittenEvent, 'label' | 'segments' | 'note'> & {
  content: { label: string; note: string; segments: [number, number][] };
};

/** Reads what was written in a project from the database, past the product. */
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
export async function readCurrentAnnotations(
  call: Call,
  userId: string,
  layerId: string,
): Promise<Annotation[]> {
  const read = await readLayer(call, userId, layerId);
  if (read.kind !== 'done') throw new Error(`Layer ${layerId} cannot be read: ${read.kind}.`);
  return read.answer.annotations;
}

/** Reads the histories of annotations over the API, a few side by side. */
export async function readHistories(
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
