import { useSteady } from '@/components/workbench/page-state';
import { useEffect } from 'react';
import { flushSync } from 'react-dom';
import { useCommandKeys } from '@/components/workbench/use-command-keys';
import { heats } from '@/components/workbench/comparison-page-query';
import type { AdjudicationCommand } from './adjudication-keys';
import { adjudicationCommandOf } from './adjudication-keys';
import type { AdjudicationState } from './use-adjudication';

/** Elements that Enter activates by itself. */
const pressed = 'button, a[href], summary, [role="button"], [role="radio"], input, select';

const isOn = (target: EventTarget | null, selector: string): boolean =>
  target instanceof Element && target.closest(selector) !== null;

/** The attribute that marks the reason field. */
const reasonField = 'data-reason-field';

/** Connects keys and buttons with the page's state. */
export function useAdjudicationCommands(
  state: AdjudicationState,
): (command: AdjudicationCommand) => void {
  const { deciding, workspace, article, chosen, overlay, settings, lookup, query } = state;

  const select = (unit: 'word' | 'sentence') => {
    const caret = article.current?.caret() ?? 0;
    const isThere = chosen === null || (caret >= chosen.start && caret <= chosen.end);
    const isHeld = article.current?.selection() !== null;
    article.current?.focus();
    if (!isThere && !isHeld) article.current?.caretTo(chosen.start);
    article.current?.selectUnit(unit);
  };
  const move = (side: 'start' | 'end', towards: 'outside' | 'inside') => {
    if (deciding.editing === null) return;
    const direction = (side === 'start') === (towards === 'outside') ? 'back' : 'forward';
    const segments = article.current?.withEdgeMoved(deciding.editing.id, side, direction);
    if (segments) deciding.change({ segments });
    else state.announce('It cannot go further.');
  };
  const perform = useSteady((command: AdjudicationCommand) => {
    switch (command.do) {
      case 'next':
      case 'previous':
        return state.go(command.do);
      case 'back':
        return state.back();
      case 'version':
        return deciding.toggle(command.at);
      case 'reject':
        return deciding.reject();
      case 'edit':
        return deciding.edit();
      case 'own':
        return state.writeOwn();
      case 'enter':
      case 'why':
        return deciding.enter(command.do === 'why');
      case 'reason': {
        const reason = workspace.settings.reasons[command.at];
        if (reason === undefined) return state.announce('There is no reason with this number.');
        return deciding.decide({ reasonKey: reason.key, reason: deciding.choice.reason });
      }
      case 'undo':
        return state.undo();
      case 'withdraw': {
        const decision = chosen?.decisions[0];
        if (decision === undefined) return state.announce('Nothing is decided here.');
        return state.withdraw(decision.id, chosen?.id ?? null);
      }
      case 'label':
        return deciding.change({ label: command.label, attributes: {} });
      case 'move':
        return move(command.side, command.towards);
      case 'note':
        return document.querySelector<HTMLElement>('[data-draft] textarea')?.focus();
      case 'remove-draft':
        return deciding.change(null);
      case 'select':
        return select(command.unit);
      case 'auto-resolve':
        return state.change({ view: state.isRules ? 'passages' : 'auto-resolve' });
      case 'heat':
        return state.change({ heat: heats[(heats.indexOf(query.heat) + 1) % heats.length] });
      case 'help':
        return state.setOverlay('help');
      case 'leave-field':
        // Blurring the field saves what was typed.
        return flushSync(() => (document.activeElement as HTMLElement | null)?.blur());
      case 'clear':
        return state.clearSelection();
    }
  });
  useCommandKeys(
    (press, focus, target) =>
      adjudicationCommandOf(press, {
        focus: overlay === 'help' || overlay === 'end' ? 'over' : focus,
        singleKeys: settings.singleKeys,
        labels: lookup.offered,
        step: deciding.step,
        isOnButton: focus !== 'article' && isOn(target, pressed),
        isInReason: isOn(target, `[${reasonField}]`),
        isReasonEmpty: deciding.choice.reason === '',
      }),
    perform,
  );
  // Where the field disappears, the focus returns to the passage.
  useEffect(() => {
    if (deciding.step !== 'reason' && document.activeElement === document.body)
      document.querySelector<HTMLElement>('[data-chosen-passage]')?.focus({ preventScroll: true });
  }, [deciding.step, chosen]);
  return perform;
}
