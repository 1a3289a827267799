import type { OutboxOptions } from '@/components/outbox/outbox';
import 'fake-indexeddb/auto';
import { expect } from '@jest/globals';
import { browserTables } from '@/components/outbox/browser-tables';
import { changeActions } from '@/components/outbox/change-actions';
import { Outbox } from '@/components/outbox/outbox';
import { Journal } from '@/components/outbox/journal';
import type { LayerReplica } from '@/components/outbox/layer-replica';
import { showing } from '@/components/outbox/shown';
import type { Shown } from '@/components/outbox/shown';
import { submissionOf } from '@/components/outbox/submission';
import type { Tables } from '@/components/outbox/tables';
import type { Work } from '@/components/outbox/work';
import type { Viewer } from '@/lib/access/viewer';
import { readArticleWorkspace } from '@/lib/annotation/read-article-workspace';
import { aMember } from './a-member';
import { aProject } from './a-project';
import { anArticle } from './an-article';
import { MemoryStorage } from '@/tests/harness/memory-storage';
import type { Line } from './a-line';
import { aLine } from './a-line';

/** An analyst at an article, with a connection to the server. */
export type Seat = { analyst: Viewer; articleId: string; projectId: string; line: Line };

/** What a page holds, without a page: the actions of `useWork` and what they show. */
export type Tab = Omit<Work, keyof Shown> & {
  outbox: Outbox;
  replica: LayerReplica;
  shown(): Shown;
  close(): void;
};

const tabs: Tab[] = [];
const lines: Line[] = [];
const storage = new MemoryStorage();

/** Creates an analyst and an article with the given text. */
export async function aSeat(text?: string): Promise<Seat> {
  const { projectId } = await aProject({ blind: 'open' });
  const { articleId } = await anArticle(projectId, text === undefined ? {} : { text });
  const analyst = await aMember(projectId, 'analyst');
  const line = await aLine(analyst);
  lines.push(line);
  return { analyst, articleId, projectId, line };
}

/**
 * Opens the article in a tab, or again after a reload: what was stored comes from the browser’s
 * tables.
 */
export async function aTab(
  { analyst, articleId, line }: Seat,
  chosen: Partial<OutboxOptions> = {},
): Promise<Tab> {
  const workspace = await readArticleWorkspace(analyst, articleId);
  const outbox = new Outbox({
    userId: analyst.userId,
    call: line.call,
    openTables: browserTables,
    channel: new BroadcastChannel(`outbox ${analyst.userId}`),
    journal: new Journal(storage, `changes/${analyst.userId}`, null),
    locks: null,
    now: Date.now,
    firstDelay: 5,
    ...chosen,
  });
  const replica = outbox.replicaOf(workspace);
  const nameOf = (key: string) => key;
  const tab: Tab = {
    ...changeActions(outbox, replica, nameOf),
    ...submissionOf(outbox, replica),
    outbox,
    replica,
    shown: showing(outbox, replica),
    close: () => outbox.close(),
  };
  tabs.push(tab);
  await outbox.sync(replica, false);
  return tab;
}

/** Tables that answer no more once the page is `gone`. */
export const mortalTables = (gone: AbortSignal) => async (): Promise<Tables> => {
  const tables = await browserTables();
  const never = new Promise<never>(() => undefined);
  return { ...tables, transact: (work) => (gone.aborted ? never : tables.transact(work)) };
};

/** Closes every tab and connection that a test has opened. */
export async function closeAll(): Promise<void> {
  for (const tab of tabs.splice(0)) tab.close();
  await Promise.all(lines.splice(0).map((line) => line.close()));
}

/** Waits until an assertion holds; fails as it does where it does not hold in time. */
export async function eventually(
  holds: () => void | Promise<void>,
  within = 20_000,
): Promise<void> {
  const until = Date.now() + within;
  for (;;) {
    try {
      await holds();
      return;
    } catch (reason) {
      if (Date.now() > until) throw reason;
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  }
}

/** Waits until all changes are saved. */
export async function saved(tab: Tab): Promise<void> {
  await eventually(() => expect(tab.shown().save).toEqual({ kind: 'saved' }));
}
