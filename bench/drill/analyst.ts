import { setTimeout as wait } from 'node:timers/promises';
import type { Annotation, AnnotationContent } from '@/lib/annotation/annotation';
import type { Chance } from './chance';
import type { DrillBrowser, DrillPage } from './drill-browser';
import { Tally } from './tally';

/** The actions of an analyst, with their frequency in percent. */
const habits = {
  add: 38,
  label: 12,
  resize: 12,
  note: 14,
  remove: 8,
  undo: 9,
  redo: 5,
  /** The browser crashes and is opened again. */
  crash: 2,
};

type Habit = keyof typeof habits;

const labels = ['loaded_framing', 'unsupported_claim', 'direct_quote'];

function habit(chance: Chance): Habit {
  let left = chance.between(0, 100);
  for (const [name, share] of Object.entries(habits)) {
    left -= share;
    if (left < 0) return name as Habit;
  }
  return 'add';
}

/** One to six words of the text. */
function passage(chance: Chance, text: string): AnnotationContent['segments'] {
  const words = [...text.matchAll(/\S+/g)];
  const first = chance.whole(0, words.length - 1);
  const [from, to] = [words[first], words[Math.min(words.length - 1, first + chance.whole(0, 5))]];
  return [{ start: from?.index ?? 0, end: (to?.index ?? 0) + (to?.[0].length ?? 1) }];
}

/** An analyst who annotates in a browser that may crash. */
export class Analyst {
  readonly actions = new Tally();
  private count = 0;

  constructor(
    readonly browser: DrillBrowser,
    private readonly chance: Chance,
    private readonly pace: number,
  ) {}

  /** Works until the signal. */
  async work(over: AbortSignal): Promise<void> {
    while (!over.aborted) {
      await wait(this.pace * this.chance.between(0.2, 1.8));
      if (!over.aborted) await this.act();
    }
  }

  private async act(): Promise<void> {
    const page = this.chance.pick(this.browser.pages);
    const { annotations } = page.replica.snapshot();
    const drawn = habit(this.chance);
    if (drawn === 'crash') {
      this.actions.add(drawn);
      this.browser.crash();
      return this.browser.open();
    }
    const chosen = annotations.length === 0 ? null : this.chance.pick(annotations);
    const done = chosen === null && drawn !== 'undo' && drawn !== 'redo' ? 'add' : drawn;
    this.actions.add(done);
    await this.perform(done, page, chosen);
  }

  private async perform(done: Habit, page: DrillPage, chosen: Annotation | null): Promise<void> {
    const { chance } = this;
    const { text } = page.replica;
    if (done === 'undo' || done === 'redo') page[done]();
    else if (done === 'add' || chosen === null)
      page.add({
        label: chance.pick(labels),
        segments: passage(chance, text),
        attributes: {},
        note: '',
        confidence: null,
      });
    else if (done === 'remove') page.remove(chosen.id);
    else if (done === 'note') await this.type(page, chosen.id);
    else if (done === 'label') page.change(chosen.id, { label: chance.pick(labels) });
    else page.change(chosen.id, { segments: passage(chance, text) });
  }

  /** Types a note, a few letters at a time. */
  private async type(page: DrillPage, annotationId: string): Promise<void> {
    let note = `${++this.count}: `;
    for (let left = this.chance.whole(1, 4); left > 0; left--) {
      note += this.chance.pick(['hm', 'no', 'so', 'ever', 'café', '😀']);
      page.change(annotationId, { note });
      await wait(this.pace * this.chance.between(0.05, 0.3));
    }
  }
}
