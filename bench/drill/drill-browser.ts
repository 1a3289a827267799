import 'fake-indexeddb/auto';
import { IDBFactory } from 'fake-indexeddb';
import { setTimeout as wait } from 'node:timers/promises';
import { browserTables } from '@/components/annotate/outbox/browser-tables';
import { deedsOn } from '@/components/annotate/outbox/deeds';
import { Outbox } from '@/components/annotate/outbox/outbox';
import type { Shelf } from '@/components/annotate/outbox/shelf';
import { Journal } from '@/components/ui/journal';
import type { Desk } from '@/lib/annotation/desk';
import { MemoryStorage } from '@/tests/harness/memory-storage';
import { watchedCall } from './drill-call';
import { drillDesk } from './drill-desk';
import type { DrillArticle, DrillPerson, Ground } from './ground';
import { Ledger } from './ledger';
import { watchedTables } from './watched-tables';

/** An article that is open in a browser: what can be done there, and what is painted. */
export type DrillPage = ReturnType<typeof deedsOn> & { shelf: Shelf };

/** What a browser holds until it ends. */
type Running = { outbox: Outbox; pages: DrillPage[]; end: AbortController };

/** How long a page that did not load is left before it is loaded again, in milliseconds. */
const reloadAfter = 400;

/** A browser without a window: the product's outbox over tables that outlive it, on the drill's line. */
export class DrillBrowser {
  readonly ledger = new Ledger();
  private readonly disk = new IDBFactory();
  private readonly storage = new MemoryStorage();
  private running: Running | null = null;

  constructor(
    readonly person: DrillPerson,
    private readonly ground: Ground,
    private readonly articles: readonly DrillArticle[],
    private readonly line: { address: string; firstRest: number },
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
    const { address, firstRest } = this.line;
    const call = watchedCall(this.person, address, this.ledger, end.signal);
    const desks: Desk[] = [];
    for (const article of this.articles) {
      let desk: Desk | null = null;
      while (desk === null) {
        desk = await drillDesk(call, this.person, article, this.ground);
        if (desk === null) await wait(reloadAfter);
      }
      desks.push(desk);
    }
    const outbox = new Outbox({
      userId: this.person.userId,
      call,
      openTables: async () => watchedTables(await this.openDisk(), this.ledger, end.signal),
      channel: null,
      journal: new Journal(this.storage, `deeds/${this.person.userId}`, null),
      locks: null,
      now: Date.now,
      firstRest,
    });
    const pages = desks.map((desk) => {
      const shelf = outbox.shelf(desk);
      return { ...deedsOn(outbox, shelf, (key) => key), shelf };
    });
    for (const { shelf } of pages) await outbox.sync(shelf, false);
    if (!outbox.tables.lasting) throw new Error('The tables of a browser cannot be opened.');
    this.running = { outbox, pages, end };
  }

  /** Ends the browser as a crash does: what was on its way is on its way, and nothing more is heard. */
  crash(): void {
    this.ledger.restarts++;
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
