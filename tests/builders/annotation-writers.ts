import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { Session } from '../harness/session';

/** A text in which positions, encodings and line ends can go wrong. */
const difficultText =
  'The 👩🏽‍⚕️ regime said “é” and e\u0301.\r\nقال المتحدث إن الحكومة كاذبة.\r\n\tA\\N \\. loaded claim 🇫🇷 stays.\n';

/** The text of a note, to be read back to the character. */
const noteOf = (at: number): string => `№ ${at}: “x\ty” \\N 👩‍👩‍👧 שלום\r\n\\.\n'end'`;

/** An annotation as a server acknowledged it. */
export type Acknowledged = { id: string; note: string; start: number; end: number };

/** Where its first user-perceived characters begin, in code points: spans cut none of them. */
const boundaries: number[] = [0];
for (const { segment } of new Intl.Segmenter('en').segment(difficultText.slice(0, 40)))
  boundaries.push((boundaries.at(-1) ?? 0) + [...segment].length);

type Item = { id: string; note: string; segments: { start: number; end: number }[] };

/** What the server has acknowledged; it may trim white space from what was sent. */
const acknowledgedOf = ({ id, note, segments }: Item): Acknowledged => ({
  id,
  note,
  ...(segments[0] ?? { start: -1, end: -1 }),
});

/** Creates a project with one article of `difficultText`, and a layer of it. */
export async function aDifficultLayer(session: Session) {
  const project = await session.call<{ id: string }>('POST', '/api/v1/projects', { name: 'Kept' });
  const article = await session.call<{ id: string }>(
    'POST',
    `/api/v1/projects/${project.id}/articles`,
    { title: 'Difficult', text: difficultText, cleanup: 'none' },
  );
  const mine = `/api/v1/articles/${article.id}/layers/mine`;
  const layer = await session.call<{ id: string }>('PUT', mine);
  return { projectId: project.id, articleId: article.id, layerId: layer.id };
}

/** Pause of a writer after each annotation, in milliseconds. */
const handRest = 25;

/**
 * Writes annotations with several writers until it is stopped; collects those acknowledged, in
 * order.
 */
export function writeAnnotations(session: Session, layerId: string) {
  const acknowledged: Acknowledged[] = [];
  let goesOn = true;
  const hand = async (offset: number) => {
    for (let at = offset; goesOn; at += 4) {
      const id = v7();
      const [start = 0, end = 0] = [boundaries[at % 16], boundaries[(at % 16) + 6]];
      const note = noteOf(at);
      const segments = [{ start, end }];
      const body = JSON.stringify({ label: 'loaded_framing', segments, note });
      const path = `/api/v1/layers/${layerId}/annotations/${id}`;
      const answer = await session.fetch(path, { method: 'PUT', body });
      if (!answer.ok) throw new Error(`Refused with ${answer.status}: ${await answer.text()}`);
      const saved = acknowledgedOf((await answer.json()) as Item);
      if (saved.note !== note) throw new Error(`A note was changed: ${saved.note}`);
      acknowledged.push(saved);
      // Many others write meanwhile, and a processor is left for what the test is about.
      await wait(handRest);
    }
  };
  const hands = Promise.all([0, 1, 2, 3].map(hand));
  // Told by `stop`.
  hands.catch(() => undefined);
  return {
    acknowledged,
    /** Waits until so many are acknowledged; throws where one is refused. */
    async until(count: number): Promise<void> {
      const enough = async () => {
        while (goesOn && acknowledged.length < count) await wait(10);
      };
      await Promise.race([hands, enough()]);
    },
    async stop(): Promise<void> {
      goesOn = false;
      await hands;
    },
  };
}

/** Every annotation of a layer by its id, as the API returns it. */
export async function annotationsOf(session: Session, layerId: string) {
  const found = new Map<string, Acknowledged>();
  let cursor = '';
  for (;;) {
    const path = `/api/v1/layers/${layerId}/annotations?limit=1000${cursor}`;
    const page = await session.call<{ items: Item[]; nextCursor: string | null }>('GET', path);
    for (const item of page.items) found.set(item.id, acknowledgedOf(item));
    if (page.nextCursor === null) return found;
    cursor = `&cursor=${page.nextCursor}`;
  }
}
