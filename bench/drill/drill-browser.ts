import type { Call } from '@/components/outbox/requests';
import { requestAs, readLayer } from '@/components/outbox/requests';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import type { LayerView } from '@/lib/annotation/layer';
import type { DrillArticle, DrillPerson, DrillProject } from './drill-project';
import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { setTimeout as wait } from 'node:timers/promises';
import { browserTables } from '@/components/outbox/browser-tables';
import { changeActions } from '@/components/outbox/change-actions';
import { Outbox } from '@/components/outbox/outbox';
import type { LayerReplica } from '@/components/outbox/layer-replica';
import { Journal } from '@/components/outbox/journal';
import { MemoryStorage } from '@/tests/harness/memory-storage';
import { ClientLog, watchedTables, watchedCall } from './client-log';

/**
 * The data of the annotate page, read over the API; null when the server does not answer now. The
 * text is frozen, so the drill need not read it again.
 */
async function loadWorkspace(
  call: Call,
  { userId, name }: DrillPerson,
  { view, text }: DrillArticle,
  { projectId, codebook }: DrillProject,
): Promise<ArticleWorkspace | null> {
  const path = `/api/v1/articles/${view.id}/layers`;
  const listed = await requestAs<{ items: LayerView[] }>(call, userId, ['GET', path]);
  if (listed.kind !== 'done') return null;
  const own = listed.answer.items.find(({ author }) => author?.id === userId) ?? null;
  const read = own === null ? null : await readLayer(call, userId, own.id);
  if (read !== null && read.kind !== 'done') return null;
  return {
    article: {
      id: view.id,
      title: view.title,
      source: view.source,
      author: view.author,
      url: view.url,
      publishedAt: view.publishedAt,
      language: view.language,
      sourceHidden: view.sourceHidden,
      archived: false,
    },
    project: { id: projectId, name: 'Drill' },
    role: 'analyst',
    mayAnnotate: true,
    labelFirst: [],
    calibration: 'none',
    mayReopen: false,
    round: null,
    text,
    // The outbox does not use it.
    revisionId: '',
    segmentation: { words: '', sentences: '', paragraphs: '' },
    codebook,
    layer: own && { id: own.id, state: own.state, eventCount: 0 },
    annotations: read?.answer.annotations ?? [],
    author: { id: userId, name },
    previous: null,
    next: null,
    otherLayersVisible: [],
    live: { layers: true, consensus: false },
  };
}

/** An article that is open in a browser: the actions on it, and what is shown. */
export type DrillPage = ReturnType<typeof changeActions> & { replica: LayerReplica };

/** The state of a browser until it ends. */
type Running = { outbox: Outbox; pages: DrillPage[]; end: AbortController };

/** The delay before a page that did not load is loaded again, in milliseconds. */
const reloadAfter = 400;

/**
 * A browser without a window: the product’s outbox over tables that outlive it, on the drill’s
 * line.
 */
export class DrillBrowser {
  readonly log = new ClientLog();
  private readonly disk = new IDBFactory();
  private readonly storage = new MemoryStorage();
  private running: Running | null = null;

  constructor(
    readonly person: DrillPerson,
    private readonly project: DrillProject,
    private readonly articles: readonly DrillArticle[],
    private readonly line: { address: string; firstDelay: number },
  ) {}

  /** The open pages; none while the browser is being opened. */
  get pages(): readonly DrillPage[] {
    return this.running?.pages ?? [];
  }

  get isSaved(): boolean {
    return this.running !== null && this.running.outbox.save().kind === 'saved';
  }

  /** Opens the browser and its pages, with as many attempts as it takes. */
  async open(): Promise<void> {
    const end = new AbortController();
    const { address, firstDelay: firstRest } = this.line;
    const call = watchedCall(this.person, address, this.log, end.signal);
    const desks: ArticleWorkspace[] = [];
    for (const article of this.articles) {
      let workspace: ArticleWorkspace | null = null;
      while (workspace === null) {
        workspace = await loadWorkspace(call, this.person, article, this.project);
        if (workspace === null) await wait(reloadAfter);
      }
      desks.push(workspace);
    }
    const outbox = new Outbox({
      userId: this.person.userId,
      call,
      openTables: async () => watchedTables(await this.openDisk(), this.log, end.signal),
      channel: null,
      journal: new Journal(this.storage, `changes/${this.person.userId}`, null),
      locks: null,
      now: Date.now,
      firstDelay: firstRest,
    });
    const pages = desks.map((workspace) => {
      const replica = outbox.replicaOf(workspace);
      return { ...changeActions(outbox, replica, (key) => key), replica };
    });
    for (const { replica } of pages) await outbox.sync(replica, false);
    if (!outbox.tables.lasting) throw new Error('The tables of a browser cannot be opened.');
    this.running = { outbox, pages, end };
  }

  /** Ends the browser as a crash does: requests in flight continue, but no answer arrives. */
  crash(): void {
    this.log.restarts++;
    this.close();
  }

  close(): void {
    this.running?.end.abort();
    this.running?.outbox.close();
    this.running = null;
  }

  private openDisk() {
    // Each person’s browser has a database of its own; the global is read synchronously.
    globalThis.indexedDB = this.disk;
    return browserTables();
  }
}
