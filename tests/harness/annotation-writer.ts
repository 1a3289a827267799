import { setTimeout as wait } from 'node:timers/promises';
import { v7 } from 'uuid';
import type { RunningServer } from './running-server';
import type { Session } from './session';
import { signIn } from './session';

const text = 'The regime said the loaded claim was true, but critics say otherwise. '.repeat(20);
const answerTimeout = 40_000;

/** A person with a layer who annotates and remembers what was acknowledged. */
export class AnnotationWriter {
  readonly acknowledged = new Set<string>();
  readonly statuses: number[] = [];

  private constructor(
    readonly session: Session,
    readonly projectId: string,
    private readonly layerId: string,
    private readonly noteLength: number,
  ) {}

  /** `noteLength`: characters of the note of each annotation, to fill the database sooner. */
  static async on({ address }: RunningServer, noteLength = 0): Promise<AnnotationWriter> {
    const session = await signIn(address);
    const { id: projectId } = await session.call<{ id: string }>('POST', '/api/v1/projects', {
      name: 'Writing',
    });
    const article = { title: 'Writing', text, cleanup: 'none' };
    const { id } = await session.call<{ id: string }>(
      'POST',
      `/api/v1/projects/${projectId}/articles`,
      article,
    );
    const layer = await session.call<{ id: string }>('PUT', `/api/v1/articles/${id}/layers/mine`);
    return new AnnotationWriter(session, projectId, layer.id, noteLength);
  }

  /** Puts one annotation; null if no answer came. */
  async put(): Promise<Response | null> {
    const id = v7();
    const start = 70 * (this.statuses.length % 20);
    // Random, so that the database cannot compress it.
    const note = Array.from({ length: this.noteLength / 12 }, () =>
      Math.random().toString(36).slice(2, 14),
    ).join('');
    const body = { label: 'loaded_framing', segments: [{ start, end: start + 10 }], note };
    const answer = await this.session
      .fetch(`/api/v1/layers/${this.layerId}/annotations/${id}`, {
        method: 'PUT',
        body: JSON.stringify(body),
        signal: AbortSignal.timeout(answerTimeout),
      })
      .catch(() => null);
    if (answer?.ok) this.acknowledged.add(id);
    this.statuses.push(answer?.status ?? 0);
    return answer;
  }

  /** Puts annotations one after the other until `isOver`, or until one is answered with `status`. */
  async putUntil(isOver: number | (() => boolean)): Promise<void> {
    for (;;) {
      const answer = await this.put();
      await answer?.text().catch(() => '');
      if (typeof isOver === 'number' ? answer?.status === isOver : isOver()) return;
      if (!answer?.ok) await wait(50);
    }
  }

  /** The acknowledged annotations that are missing. */
  async lost(session = this.session): Promise<string[]> {
    const there = new Set<string>();
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: { items: { id: string }[]; nextCursor: string | null } = await session.call(
        'GET',
        `/api/v1/layers/${this.layerId}/annotations?limit=1000${cursor && `&cursor=${cursor}`}`,
      );
      for (const { id } of page.items) there.add(id);
      cursor = page.nextCursor;
    }
    return [...this.acknowledged].filter((id) => !there.has(id));
  }
}
