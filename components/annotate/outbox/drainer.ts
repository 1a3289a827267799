import { acknowledge, pickWave, refuse } from './ledger';
import type { Message } from './message';
import type { Committed, Outcome } from './send-deed';
import { openLayer, sendDeed } from './send-deed';
import type { DrainerParts } from './parts';
import type { WaitingDeed } from './tables';

/** Deeds that are sent side by side, each on an annotation of its own. */
const waveSize = 6;

/** How long another tab may hold the lock before it counts as stuck, in milliseconds. */
const stuckAfter = 45_000;

/** Milliseconds of a clock that nobody sets: people set theirs back by hours, and nothing may wait for that. */
const elapsed = () => performance.now();

/**
 * Sends what waits, in order, one tab at a time, and says what became of it. It gives the lock back
 * whenever there is nothing to send, so that a tab which the browser has put to sleep holds up nobody.
 */
export class Drainer {
  private running: Promise<void> | null = null;
  private isWanted = false;
  private timer: ReturnType<typeof setTimeout> | null = null;
  private timerAt = Infinity;
  private restsUntil = 0;
  private failures = 0;
  private isClosed = false;
  private readonly resting = new Map<string, number>();

  constructor(private readonly parts: DrainerParts) {}

  /** Sends what is there, unless the server was just found away. */
  wake(): void {
    if (this.running !== null) this.isWanted = true;
    else if (this.restsUntil <= elapsed()) void this.attempt();
  }

  /** Looks again within so many milliseconds. */
  wakeWithin(milliseconds: number): void {
    const at = elapsed() + milliseconds;
    if (this.isClosed || at >= this.timerAt) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timerAt = at;
    this.timer = setTimeout(() => void this.attempt(), milliseconds);
  }

  /** Tries now, whatever happened before; with `hasty`, what is still being typed too. */
  async attempt(hasty = false): Promise<void> {
    while (this.running !== null) await this.running;
    if (this.isClosed) return;
    if (this.timer !== null) clearTimeout(this.timer);
    this.timer = null;
    this.timerAt = Infinity;
    this.restsUntil = 0;
    this.resting.clear();
    this.running = this.run(hasty).finally(() => {
      this.running = null;
    });
    await this.running;
  }

  /** The person's layer over an article, opened if there is none. */
  async requireLayer(articleId: string): Promise<Outcome<string>> {
    const { call, userId, layerOf, keepLayer } = this.parts;
    const known = await layerOf(articleId);
    if (known !== null) return { kind: 'done', answer: known };
    const opened = await openLayer(call, userId, articleId);
    if (opened.kind !== 'done') return opened;
    await keepLayer(articleId, opened.answer);
    return { kind: 'done', answer: opened.answer.id };
  }

  /** Sends nothing more; what is on its way arrives or not. */
  close(): void {
    this.isClosed = true;
    if (this.timer !== null) clearTimeout(this.timer);
  }

  private async run(hasty: boolean): Promise<void> {
    do {
      this.isWanted = false;
      // Set beforehand, so that a failure of our own does not leave deeds lying.
      this.wakeWithin(stuckAfter);
      const nextIn = await this.underLock(() => this.drain(hasty));
      if (this.timer !== null) clearTimeout(this.timer);
      this.timerAt = Infinity;
      if (nextIn !== null) this.wakeWithin(nextIn);
    } while (this.isWanted && this.restsUntil <= elapsed() && !this.isClosed);
  }

  private async underLock(drain: () => Promise<number | null>): Promise<number | null> {
    const { locks, userId } = this.parts;
    if (locks === null) return drain();
    const name = `parallax-outbox-${userId}`;
    let result: number | null = null;
    let hasBegun = false;
    const hold = async () => {
      hasBegun = true;
      result = await drain();
    };
    try {
      await locks.request(name, { signal: AbortSignal.timeout(stuckAfter) }, hold);
    } catch (reason) {
      const isLockLost = reason instanceof DOMException;
      // The lock taken from us while we drain is no fault: deeds may be sent twice.
      if (isLockLost && hasBegun) return result;
      if (!isLockLost) throw reason;
      await locks.request(name, { steal: true }, hold).catch(() => undefined);
    }
    return result;
  }

  /** Sends waves until nothing is due; answers in how many milliseconds to look again, null for not before it is told. */
  private async drain(hasty: boolean): Promise<number | null> {
    const { transact, userId, now } = this.parts;
    while (!this.isClosed) {
      const at = hasty ? Infinity : now();
      const restingFor = (annotationId: string) =>
        hasty ? 0 : (this.resting.get(annotationId) ?? 0) - elapsed();
      const limits = { most: waveSize, restingFor };
      const { deeds, nextIn } = await transact((tx) => pickWave(tx, userId, at, limits));
      if (deeds.length === 0) return nextIn;
      const outcomes = await this.send(deeds);
      if (this.isClosed) return null;
      await this.settle(deeds, outcomes);
      const rest = this.judge(deeds, outcomes, hasty);
      if (rest !== null) return rest;
    }
    return null;
  }

  private async send(deeds: WaitingDeed[]): Promise<Outcome<Committed>[]> {
    const { call } = this.parts;
    const layers = new Map<string, Outcome<string>>();
    for (const { articleId } of deeds)
      if (!layers.has(articleId)) layers.set(articleId, await this.requireLayer(articleId));
    return Promise.all(
      deeds.map(async (row): Promise<Outcome<Committed>> => {
        const layer = layers.get(row.articleId) ?? { kind: 'away', retryAfter: 0 };
        return layer.kind === 'done' ? sendDeed(call, layer.answer, row) : layer;
      }),
    );
  }

  private async settle(deeds: WaitingDeed[], outcomes: Outcome<Committed>[]): Promise<void> {
    const at = new Date(this.parts.now()).toISOString();
    const messages = await this.parts.transact(async (tx) => {
      const told: Message[] = [];
      for (const [place, row] of deeds.entries()) {
        const outcome = outcomes[place];
        const { articleId, annotationId, deedId } = row;
        if (outcome?.kind === 'done') {
          const { version, annotation } = outcome.answer;
          await acknowledge(tx, row, { version, removed: annotation === null });
          told.push({ kind: 'done', articleId, annotationId, deedId, version, annotation });
        } else if (outcome?.kind === 'refused') {
          const settled = await refuse(tx, row, { ...outcome, at });
          if (settled !== null) {
            const { isConflict } = outcome;
            told.push({ kind: 'refused', articleId, annotationId, isConflict, ...settled });
          }
        }
      }
      return told;
    });
    for (const message of messages) this.parts.publish(message);
  }

  /** How the line is after a wave; in how many milliseconds to try again if nothing got through. */
  private judge(
    deeds: WaitingDeed[],
    outcomes: Outcome<Committed>[],
    hasty: boolean,
  ): number | null {
    const { firstRest, publish } = this.parts;
    const out = outcomes.some(({ kind }) => kind === 'signed-out');
    const away = outcomes.filter((outcome) => outcome.kind === 'away');
    const isStuck = out || away.length === outcomes.length;
    this.failures = isStuck ? this.failures + 1 : 0;
    const doubled = firstRest * Math.min(30, 2 ** Math.max(0, this.failures - 1));
    const asked = 1000 * Math.max(0, ...away.map(({ retryAfter }) => retryAfter));
    // Not all browsers of a newsroom at once, when its line comes back.
    const rest = Math.max(asked, doubled * (0.75 + Math.random() / 2));
    const restsUntil = elapsed() + rest;
    for (const [place, { annotationId }] of deeds.entries())
      if (outcomes[place]?.kind === 'away') this.resting.set(annotationId, restsUntil);
    const trouble = away.find((outcome) => outcome.trouble !== undefined)?.trouble;
    publish({ kind: 'line', line: out ? 'signed-out' : isStuck ? 'away' : 'open', trouble });
    if (!isStuck && !(hasty && away.length > 0)) return null;
    this.restsUntil = restsUntil;
    return rest;
  }
}
