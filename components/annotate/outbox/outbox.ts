import type { Desk } from '@/lib/annotation/desk';
import type { LayerState } from '@/lib/annotation/layer';
import type { SaveState, ServerTrouble } from '../work';
import { Drainer } from './drainer';
import { FallbackTables } from './fallback-tables';
import { Keeper } from './keeper';
import { forgetCovered, keepLayerId, readKept, readLog, steady } from './keeping';
import { quiet } from './ledger';
import type { Line, Message } from './message';
import type { OutboxParts } from './parts';
import { readLayer } from './read-layer';
import { Shelf } from './shelf';
import type { Transaction, WaitingDeed } from './tables';

/** How long another tab is given to send what it has just kept, in milliseconds. */
const courtesy = 5000;

/**
 * What one person did and the server has not yet committed, over all articles: painted, kept in the
 * browser's tables, sent, and forgotten when the server has it. It knows nothing of React.
 */
export class Outbox {
  readonly userId: string;
  readonly drainer: Drainer;
  readonly keeper: Keeper;
  readonly tables: FallbackTables;
  /** How many deeds of somebody else wait in this browser for their author. */
  others = 0;
  private readonly shelves = new Map<string, Shelf>();
  private readonly waiting = new Set<string>();
  private readonly settled = new Set<string>();
  private readonly listeners = new Set<() => void>();
  private line: Line = 'open';
  private trouble: ServerTrouble | undefined;
  private isClosed = false;

  constructor(readonly parts: OutboxParts) {
    const { openTables, channel, journal, ...own } = parts;
    this.userId = parts.userId;
    const seed = () => [...this.shelves.values()].flatMap((shelf) => shelf.rows());
    this.tables = new FallbackTables(openTables, seed, () => this.changed());
    this.keeper = new Keeper({
      userId: this.userId,
      journal,
      transact: (deed) => this.tables.transact(deed),
      publish: (message) => this.publish(message),
    });
    this.drainer = new Drainer({
      ...own,
      transact: (deed) => this.tables.transact(deed),
      publish: (message) => this.publish(message),
      layerOf: (articleId) => this.layerOf(articleId),
      keepLayer: (articleId, { id, state }) => this.keepLayer(articleId, id, state),
    });
    channel?.addEventListener('message', ({ data }: MessageEvent<Message>) => void this.hear(data));
  }

  /** The shelf of the desk's article: the one that there is, or a new one. */
  shelf(desk: Desk): Shelf {
    const shelf = this.shelves.get(desk.article.id) ?? new Shelf(desk, () => this.changed());
    this.shelves.set(shelf.articleId, shelf);
    return shelf;
  }

  has(articleId: string): boolean {
    return this.shelves.has(articleId);
  }

  subscribe(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  save(): SaveState {
    const count = this.waiting.size;
    if (count === 0) return { kind: 'saved' };
    if (this.line === 'open') return { kind: 'saving', count };
    if (this.line === 'signed-out') return { kind: 'signed-out', count };
    return { kind: 'offline', count, trouble: this.trouble };
  }

  /** Whether something would be lost if the page were closed now. */
  get isAtRisk(): boolean {
    return this.keeper.isAtRisk || (!this.tables.lasting && this.waiting.size > 0);
  }

  /** Paints a deed, keeps it with the log as it stands now, and sends it. */
  async enter(shelf: Shelf, row: WaitingDeed, joins: string | null): Promise<void> {
    this.waiting.add(row.deedId);
    shelf.enter(row, null);
    await this.keeper.keepDeed(shelf, row, joins);
    if (row.quietUntil === 0) this.drainer.wake();
    else this.drainer.wakeWithin(quiet);
  }

  /** Takes in what the tables hold; asks the server where they or `refresh` say that it knows better. */
  async sync(shelf: Shelf, refresh: boolean): Promise<void> {
    const { articleId, told } = shelf;
    await this.keeper.recover();
    const look = async (tx: Transaction) => ({
      ...(await readKept(tx, this.userId, articleId)),
      ...(await forgetCovered(tx, this.userId, articleId, told)),
    });
    const { kept, waiting, others, removed, isBehind } = await steady(shelf, this.tables, look);
    const isOpen = ({ deedId }: WaitingDeed) => !this.settled.has(deedId);
    shelf.hear({ put: [], removed });
    shelf.load({ ...kept, waiting: kept.waiting.filter(isOpen) });
    this.others = others;
    this.waiting.clear();
    for (const row of [...waiting.filter(isOpen), ...shelf.rows()]) this.waiting.add(row.deedId);
    this.changed();
    if (this.waiting.size > 0) this.drainer.wake();
    if (refresh || isBehind) await this.refresh(shelf);
  }

  /** Asks the server for the layer as it stands; where it does not answer, nothing changes. */
  async refresh(shelf: Shelf): Promise<void> {
    const asOf = shelf.told.moment;
    const layerId = await this.layerOf(shelf.articleId);
    if (layerId === null) return;
    const read = await readLayer(this.parts.call, this.userId, layerId);
    if (read.kind !== 'done') return;
    shelf.receive(read.answer.annotations, asOf);
    await this.keepLayer(shelf.articleId, layerId, read.answer.state);
  }

  /** The person's layer over an article, as far as this browser knows it. */
  async layerOf(articleId: string): Promise<string | null> {
    const shelf = this.shelves.get(articleId);
    if (shelf?.layerId) return shelf.layerId;
    const kept = await this.tables.transact((tx) => tx.shelf(this.userId, articleId));
    return kept?.layerId ?? null;
  }

  async keepLayer(articleId: string, layerId: string, state: LayerState): Promise<void> {
    await this.tables.transact((tx) => keepLayerId(tx, this.userId, articleId, layerId));
    this.publish({ kind: 'layer', articleId, layerId, state });
  }

  /** Tells every tab of this person, this one first. */
  publish(message: Message): void {
    this.apply(message);
    if (!this.isClosed) this.parts.channel?.postMessage(message);
  }

  changed(): void {
    for (const listener of this.listeners) listener();
  }

  close(): void {
    this.isClosed = true;
    this.drainer.close();
    this.parts.channel?.close();
    this.tables.close();
  }

  private apply(message: Message): void {
    if (message.kind === 'line') [this.line, this.trouble] = [message.line, message.trouble];
    else if (message.kind === 'entered') {
      if (this.settled.has(message.row.deedId)) return;
      this.waiting.add(message.row.deedId);
      if (message.replaced !== null) this.waiting.delete(message.replaced);
    } else if (message.kind === 'done') this.settle([message.deedId]);
    else if (message.kind === 'dropped' || message.kind === 'refused') this.settle(message.deedIds);
    const shelf = 'articleId' in message ? this.shelves.get(message.articleId) : undefined;
    shelf?.apply(message);
    if (message.kind === 'refused' && message.isConflict && shelf) void this.refresh(shelf);
    this.changed();
  }

  private settle(deedIds: readonly string[]): void {
    for (const deedId of deedIds) {
      this.settled.add(deedId);
      this.waiting.delete(deedId);
    }
  }

  private async hear(message: Message): Promise<void> {
    this.apply(message);
    if (message.kind === 'entered') this.drainer.wakeWithin(courtesy);
    const shelf = message.kind === 'logged' && this.shelves.get(message.articleId);
    if (!shelf) return;
    shelf.log = await steady(shelf, this.tables, (tx) => readLog(tx, this.userId, shelf.articleId));
    this.changed();
  }
}
