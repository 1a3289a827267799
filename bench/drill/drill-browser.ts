import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { setTimeout as wait } from 'node:timers/promises';
import { browserTables } from '@/components/outbox/browser-tables';
import { changeActions } from '@/components/outbox/change-actions';
import { Outbox } from '@/components/outbox/outbox';
import type { LayerReplica } from '@/components/outbox/layer-replica';
import { Journal } from '@/components/outbox/journal';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { MemoryStorage } from '@/tests/harness/memory-storage';
import { watchedCall } from './drill-call';
import { loadWorkspace } from './load-workspace';
import type { DrillArticle, DrillPerson, DrillProject } from './drill-project';
import { ClientLog } from './client-log';
import { watchedTables } from './watched-tables';

/** An article that is open in a browser: what can be done there, and what is painted. */
export type DrillPage = ReturnType<typeof changeActions> & { replica: LayerReplica };

/** What a browser holds until it ends. */
type Running = { outbox: Outbox; pages: DrillPage[]; end: AbortController };

/** How long a page that did not load is left before it is loaded again, in milliseconds. */
const reloadAfter = 400;

/** A browser without a window: the product's outbox over tables that outlive it, on the drill's line. */
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

  /** The pages that are open; none while the browser is being opened. */
  get pages(): readonly DrillPage[] {
    return this.running?.pages ?? [];
  }

  get isSaved(): boolean {
    return this.running !== null && this.running.outbox.save().kind === 'saved';
  }

  /** Opens the browser and its pages, however often that has to be tried. */
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

  /** Ends the browser as a crash does: what was on its way is on its way, and nothing more is heard. */
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
    // Each person has a browser of their own; what is opened is decided at once.
    globalThis.indexedDB = this.disk;
    return browserTables();
  }
}
