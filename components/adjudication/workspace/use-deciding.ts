import type { ArticleTextHandle } from '@/components/article-text/article-text';
import type { RefObject } from 'react';
import { useState } from 'react';
import { v7 } from 'uuid';
import type { AdjudicationWorkspace } from '@/lib/adjudication/workspace/adjudication-workspace';
import type { Segment } from '@/lib/article/segment';
import type { Choice, Draft, SentDecision } from './choice';
import * as choices from './choice';
import type { AdjudicationAction } from './adjudication-action';
import { plannedDecision } from './adjudication-action';
import type { WorkspacePersister } from './workspace-persister';
import type { Passage } from './passage';
import type { Step } from './adjudication-keys';

/** A relation and whether it is in the consensus. */
export type Arrow = NonNullable<SentDecision['relation']>;

type At = { passageId: string | null; step: Step; arrow: Arrow | null };

const atFirst: At = { passageId: null, step: 'choose', arrow: null };

type Reason = { reasonKey: string; reason: string };

/**
 * The choice at each passage, the current step, and how they become a decision. Where one is not
 * possible, `announce` is called with the reason.
 */
export function useDeciding(options: {
  workspace: AdjudicationWorkspace;
  persister: WorkspacePersister;
  me: { id: string; name: string };
  passage: Passage | null;
  article: RefObject<ArticleTextHandle | null>;
  announce: (message: string) => void;
  /** Called once it is decided, to go to the next passage. */
  onDecided: (passage: Passage | null, decisionId: string) => void;
}) {
  const { workspace, persister, passage, article, announce } = options;
  const [choiceByPassage, setChoiceByPassage] = useState<ReadonlyMap<string, Choice>>(new Map());
  const [editingId, setEditing] = useState<string | null>(null);
  const [at, setStep] = useState<At>(atFirst);
  const [last, setLast] = useState<Reason | null>(null);
  // The step belongs to one passage: another passage starts at the first step.
  const { step, arrow } = at.passageId === passage?.id ? at : atFirst;
  const choice = (passage && choiceByPassage.get(passage.id)) ?? choices.noChoice;
  const editing = choice.drafts.find(({ id }) => id === editingId) ?? choice.drafts[0] ?? null;

  const setAt = (passageId: string, next: Choice | null) =>
    setChoiceByPassage((before) => {
      const now = new Map(before);
      if (next === null) now.delete(passageId);
      else now.set(passageId, next);
      return now;
    });
  const set = (next: Choice) => passage !== null && setAt(passage.id, next);
  const isClosed = () => {
    if (workspace.reason !== null) announce(workspace.reason);
    return workspace.reason !== null;
  };
  const begin = (
    to: Step = 'choose',
    passageId = passage?.id ?? null,
    turned: Arrow | null = null,
  ) => setStep({ passageId, step: to, arrow: turned });

  const toggle = (number: number) => {
    const version = passage?.versions[number];
    if (version === undefined || isClosed()) return;
    const next = choices.withVersionToggled(choice, version);
    set(next);
    const verb = choices.isTaken(version, next) ? 'chosen' : 'not chosen any more';
    announce(`Version ${number + 1} ${verb}.`);
  };
  const reject = () => {
    if (passage === null || isClosed()) return;
    if (passage.versions.length === 0) return announce('There is nothing to reject here.');
    set(choices.withRejectionToggled(choice));
    announce(
      choice.rejects ? 'Not rejected any more.' : 'All versions are rejected. Enter goes on.',
    );
  };
  const change = (changed: Partial<Draft> | null) => {
    if (editing === null) return;
    const next = choices.withDraftChanged(choice, editing.id, changed);
    set(next);
    if (changed === null && next.drafts.length === 0) begin();
  };
  const edit = () => {
    if (passage === null || isClosed()) return;
    if (step === 'edit') {
      const selected = article.current?.selection() ?? null;
      const next =
        choice.drafts[
          (choice.drafts.findIndex((one) => one === editing) + 1) % choice.drafts.length
        ];
      if (selected === null) return setEditing(next?.id ?? null);
      change({ segments: selected });
      article.current?.clearSelection();
      return announce('It covers what you selected.');
    }
    const isReady = choice.drafts.length > 0 && choice.take.length === 0;
    const next = isReady ? choice : choices.withAdjustment(choice, passage, v7);
    if (next.drafts.length === 0)
      return announce('There is nothing to adjust here. o writes your own.');
    set(next);
    setEditing(next.drafts[isReady ? 0 : choice.drafts.length]?.id ?? null);
    begin('edit');
    announce(
      'Adjusting: [ and ] move its ends, a label’s key relabels, Enter goes on, Esc goes back.',
    );
  };
  /** Writes a new annotation at `target`, which becomes the chosen passage. */
  const write = (target: Passage, segments: Segment[], label: string) => {
    if (isClosed()) return;
    const draft: Draft = { id: v7(), label, segments, attributes: {}, note: '' };
    setAt(target.id, choices.withDraft(choiceByPassage.get(target.id) ?? choices.noChoice, draft));
    setEditing(draft.id);
    begin('edit', target.id);
    article.current?.clearSelection();
    announce('Your own annotation: give it its label, then Enter.');
  };

  const decide = ({ reasonKey, reason }: Reason, turned: Arrow | null = arrow) => {
    if (isClosed() || (passage === null && turned === null)) return;
    const { settings: rules } = workspace;
    const isGiven = reasonKey !== '' || reason.trim() !== '';
    if (rules.reasonRequired && !isGiven)
      return announce('This project asks for a reason: choose one by its number, or write it.');
    const decisionId = v7();
    const target = turned === null ? passage : null;
    const why = { reasonKey, reason };
    const sent: SentDecision =
      turned === null
        ? choices.decisionInputOf(
            workspace.articleId,
            target,
            { ...choice, ...why },
            workspace.layerCount,
          )
        : { articleId: workspace.articleId, relation: turned, ...why, offsetUnit: 'utf-16' };
    const details = {
      by: options.me,
      at: new Date().toISOString(),
      reasonName: rules.reasons.find(({ key }) => key === reasonKey)?.name ?? '',
    };
    const passageId = target === null || target.id === 'own' ? null : target.id;
    const decision = plannedDecision(decisionId, target, sent, details);
    persister.do({
      do: 'decide',
      decisionId,
      passageId,
      sent,
      choice: { ...choice, ...why },
      decision,
    });
    if (isGiven) setLast(why);
    begin();
    if (target !== null) {
      setAt(target.id, null);
      options.onDecided(target, decisionId);
    } else announce(turned?.isInConsensus ? 'The relation is taken.' : 'The relation is rejected.');
  };
  const enter = (wantsReason: boolean) => {
    if (step === 'reason') {
      const isBare = choice.reason.trim() === '' && choice.reasonKey === '';
      return decide(isBare ? (last ?? choice) : choice);
    }
    if (passage === null || isClosed()) return;
    if (!choices.hasChoice(choice))
      return announce(
        'Choose first: 1 to 9 a version, 0 rejects all, e adjusts, o writes your own.',
      );
    if (!workspace.settings.reasonRequired && !wantsReason)
      return decide({ reasonKey: '', reason: '' });
    begin('reason');
    return announce('Why? Choose a reason by its number, or write it. Enter decides.');
  };
  /** Goes back a step; false where there is none. */
  const stepBack = (): boolean => {
    if (step !== 'choose') begin();
    else if (choices.hasChoice(choice) && passage !== null) setAt(passage.id, null);
    else return false;
    return true;
  };
  const restore = (action: Extract<AdjudicationAction, { do: 'decide' }>, passageId: string) => {
    if (action.sent.relation === undefined) setAt(passageId, action.choice);
    begin('choose', passageId);
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
      if (isClosed()) return;
      if (!workspace.settings.reasonRequired) return decide({ reasonKey: '', reason: '' }, turned);
      begin('reason', passage?.id, turned);
    },
  };
}
