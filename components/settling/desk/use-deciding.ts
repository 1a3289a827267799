import type { RefObject } from 'react';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { SettlingDesk } from '@/lib/adjudication/desk/settling-desk';
import type { Segment } from '@/lib/article/segment';
import type { Choice, Draft, SentDecision } from './choice';
import * as choices from './choice';
import type { SettlingDeed } from './deed';
import { decisionToBe } from './deed';
import type { DeskKeeper } from './desk-keeper';
import type { Place } from './place';
import type { Step } from './settling-keys';

/** An arrow that is to stand, or not. */
export type Arrow = NonNullable<SentDecision['relation']>;

type At = { placeId: string | null; step: Step; arrow: Arrow | null };

const atFirst: At = { placeId: null, step: 'choose', arrow: null };

type Reason = { reasonKey: string; reason: string };

/** What is chosen at each place, the step one is at, and how it becomes a decision. Where it cannot, `say` is told why. */
export function useDeciding(bench: {
  desk: SettlingDesk;
  keeper: DeskKeeper;
  me: { id: string; name: string };
  place: Place | null;
  article: RefObject<ArticleTextHandle | null>;
  say: (words: string) => void;
  /** It is decided: on to the next place. */
  onDecided: (place: Place | null, decisionId: string) => void;
}) {
  const { desk, keeper, place, article, say } = bench;
  const [held, setHeld] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [editingId, setEditing] = useState<string | null>(null);
  const [at, setStep] = useState<At>(atFirst);
  const [last, setLast] = useState<Reason | null>(null);
  // The step is one at a place: elsewhere one begins anew.
  const { step, arrow } = at.placeId === place?.id ? at : atFirst;
  const choice = (place && held.get(place.id)) ?? choices.noChoice;
  const editing = choice.drafts.find(({ id }) => id === editingId) ?? choice.drafts[0] ?? null;

  const setAt = (placeId: string, next: Choice | null) =>
    setHeld((before) => {
      const now = new Map(before);
      if (next === null) now.delete(placeId);
      else now.set(placeId, next);
      return now;
    });
  const set = (next: Choice) => place !== null && setAt(place.id, next);
  const isShut = () => {
    if (desk.reason !== null) say(desk.reason);
    return desk.reason !== null;
  };
  const begin = (to: Step = 'choose', placeId = place?.id ?? null, turned: Arrow | null = null) =>
    setStep({ placeId, step: to, arrow: turned });

  const toggle = (number: number) => {
    const version = place?.versions[number];
    if (version === undefined || isShut()) return;
    const next = choices.toggled(choice, version);
    set(next);
    const verb = choices.isTaken(version, next) ? 'chosen' : 'not chosen any more';
    say(`Version ${number + 1} ${verb}.`);
  };
  const reject = () => {
    if (place === null || isShut()) return;
    if (place.versions.length === 0) return say('There is nothing to reject here.');
    set(choices.rejecting(choice));
    say(choice.rejects ? 'Not rejected any more.' : 'All versions are rejected. Enter goes on.');
  };
  const change = (changed: Partial<Draft> | null) => {
    if (editing === null) return;
    const next = choices.withDraftChanged(choice, editing.id, changed);
    set(next);
    if (changed === null && next.drafts.length === 0) begin();
  };
  const edit = () => {
    if (place === null || isShut()) return;
    if (step === 'edit') {
      const selected = article.current?.selection() ?? null;
      const next =
        choice.drafts[
          (choice.drafts.findIndex((one) => one === editing) + 1) % choice.drafts.length
        ];
      if (selected === null) return setEditing(next?.id ?? null);
      change({ segments: selected });
      article.current?.clearSelection();
      return say('It covers what you selected.');
    }
    const isReady = choice.drafts.length > 0 && choice.take.length === 0;
    const next = isReady ? choice : choices.adjusted(choice, place, v7);
    if (next.drafts.length === 0) return say('There is nothing to adjust here. o writes your own.');
    set(next);
    setEditing(next.drafts[isReady ? 0 : choice.drafts.length]?.id ?? null);
    begin('edit');
    say('Adjusting: [ and ] move its ends, a label’s key relabels, Enter goes on, Esc goes back.');
  };
  /** Writes something of one's own at `target`, which becomes the place. */
  const write = (target: Place, segments: Segment[], label: string) => {
    if (isShut()) return;
    const draft: Draft = { id: v7(), label, segments, attributes: {}, note: '' };
    setAt(target.id, choices.withDraft(held.get(target.id) ?? choices.noChoice, draft));
    setEditing(draft.id);
    begin('edit', target.id);
    article.current?.clearSelection();
    say('Your own annotation: give it its label, then Enter.');
  };

  const decide = ({ reasonKey, reason }: Reason, turned: Arrow | null = arrow) => {
    if (isShut() || (place === null && turned === null)) return;
    const { rules } = desk;
    const isGiven = reasonKey !== '' || reason.trim() !== '';
    if (rules.reasonRequired && !isGiven)
      return say('This project asks for a reason: choose one by its number, or write it.');
    const decisionId = v7();
    const target = turned === null ? place : null;
    const why = { reasonKey, reason };
    const sent: SentDecision =
      turned === null
        ? choices.sentOf(desk.articleId, target, { ...choice, ...why }, desk.readings)
        : { articleId: desk.articleId, relation: turned, ...why, offsetUnit: 'utf-16' };
    const told = {
      by: bench.me,
      at: new Date().toISOString(),
      reasonName: rules.reasons.find(({ key }) => key === reasonKey)?.name ?? '',
    };
    const placeId = target === null || target.id === 'own' ? null : target.id;
    const decision = decisionToBe(decisionId, target, sent, told);
    keeper.do({ do: 'decide', decisionId, placeId, sent, choice: { ...choice, ...why }, decision });
    if (isGiven) setLast(why);
    begin();
    if (target !== null) {
      setAt(target.id, null);
      bench.onDecided(target, decisionId);
    } else say(turned?.stands ? 'The arrow stands.' : 'The arrow does not stand.');
  };
  const enter = (wantsReason: boolean) => {
    if (step === 'reason') {
      const isBare = choice.reason.trim() === '' && choice.reasonKey === '';
      return decide(isBare ? (last ?? choice) : choice);
    }
    if (place === null || isShut()) return;
    if (!choices.isMade(choice))
      return say('Choose first: 1 to 9 a version, 0 rejects all, e adjusts, o writes your own.');
    if (!desk.rules.reasonRequired && !wantsReason) return decide({ reasonKey: '', reason: '' });
    begin('reason');
    return say('Why? Choose a reason by its number, or write it. Enter decides.');
  };
  /** Goes back a step; false where there is none. */
  const stepBack = (): boolean => {
    if (step !== 'choose') begin();
    else if (choices.isMade(choice) && place !== null) setAt(place.id, null);
    else return false;
    return true;
  };
  const restore = (deed: Extract<SettlingDeed, { do: 'decide' }>, placeId: string) => {
    if (deed.sent.relation === undefined) setAt(placeId, deed.choice);
    begin('choose', placeId);
  };
  return {
    choice,
    step,
    editing,
    arrow,
    last,
    toggle,
    reject,
    edit,
    write,
    change,
    enter,
    stepBack,
    restore,
    begin,
    decide,
    setEditing,
    setReason: (reason: string) => set({ ...choice, reason, reasonKey: '' }),
    turnArrow: (turned: Arrow) => {
      if (isShut()) return;
      if (!desk.rules.reasonRequired) return decide({ reasonKey: '', reason: '' }, turned);
      begin('reason', place?.id, turned);
    },
  };
}
