/**
 * How many deeds of a layer are known without a gap. News of deeds may overtake each other, so a gap
 * counts only once it was given a moment to close.
 */
export class EventCount {
  private readonly ahead: { before: number; after: number }[] = [];
  private isShort = false;

  /** `known` is how many deeds the page was read with; null where that was not told. */
  constructor(private known: number | null) {}

  /** Notes deeds that were heard of: those after the first `before`, up to `after`; `told` of them were told. */
  note(before: number, after: number, received: number): void {
    if (received < after - before) this.isShort = true;
    this.ahead.push({ before, after });
    this.ahead.sort((one, other) => one.before - other.before);
    this.known ??= before;
    for (let next = this.ahead[0]; next && next.before <= this.known; next = this.ahead[0]) {
      this.known = Math.max(this.known, next.after);
      this.ahead.shift();
    }
  }

  /** Whether deeds were missed, as far as can be told. */
  get hasGap(): boolean {
    return this.isShort || this.ahead.length > 0;
  }

  /** The layer was read again: everything that was heard of is known. */
  catchUp(): void {
    this.isShort = false;
    for (const { after } of this.ahead.splice(0)) this.known = Math.max(this.known ?? 0, after);
  }
}
