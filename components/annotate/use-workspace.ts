import { useArticleLive } from '@/components/live/article-live';
import { narrow } from '@/components/ui/theme';
import { labelLookup } from '@/components/article-text/labels';
import { useDisplaySettings } from '@/components/workbench/display-menu';
import { useAnnouncer } from '@/components/workbench/announcer';
import { focusField, useAroundArticle, useDiscuss } from './around-article';
import type { EditorFields } from './around-article';
import { useMediaQuery, useOs } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { flushSync } from 'react-dom';
import { useMemo, useState } from 'react';
import type { HeldSelection } from '@/components/article-text/article-text';
import { useDiscussion } from '@/components/discussion/use-discussion';
import { wide, useTogether } from '@/components/live/together';
import type { ArticleWorkspace } from '@/lib/annotation/article-workspace';
import { modifierName } from '@/components/ui/format-text';
import type { Command } from '@/components/workbench/key-map';
import { commandOf } from '@/components/workbench/key-map';
import { useCommandKeys } from '@/components/workbench/use-command-keys';
import { useChoosing } from './use-choosing';
import { useAnnotationActions } from './use-annotation-actions';
import { useWork } from './use-work';

/** What is open over the page. */
type Overlay = 'sheet' | 'help' | 'submit' | null;

/** The state of the annotate page, and what keys and buttons do with it. */
export function useWorkspace(workspace: ArticleWorkspace) {
  const live = useArticleLive(workspace);
  const discussion = useDiscussion(workspace, live);
  const work = useWork(workspace, live);
  const around = useAroundArticle();
  const together = useTogether(workspace, live, around.article, { paintsLayers: true });
  const { article, savedSelection, fields } = around;
  const choosing = useChoosing(work.annotations, article);
  const { chosen, choose, show, neighbour } = choosing;
  const lookup = useMemo(
    () => labelLookup(workspace.codebook.content.labels),
    [workspace.codebook.content],
  );
  const [settings, setSettings] = useDisplaySettings();
  const [held, setHeld] = useState<HeldSelection | null>(null);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [warning, setWarning] = useState('');
  const { announcement, announce } = useAnnouncer();
  const modifier = modifierName(useOs());
  const isNarrow = useMediaQuery(narrow) ?? false;
  const isWide = useMediaQuery(wide) ?? false;
  const options = {
    text: workspace.text,
    work,
    lookup,
    choosing,
    article,
    savedSelection,
    modifier,
    announce,
  };
  const actions = useAnnotationActions({ ...options, warn: setWarning });

  const discuss = useDiscuss(workspace.text, around, discussion.open);
  const go = (to: 'next' | 'previous') => {
    const atEnd = to === 'next' ? work.annotations[0] : work.annotations.at(-1);
    const there = neighbour(to) ?? (chosen === null ? (atEnd ?? null) : null);
    if (there === null) {
      if (work.annotations.length === 0) return announce('There are no annotations yet.');
      return announce(
        to === 'next' ? 'That was the last annotation.' : 'That was the first annotation.',
      );
    }
    show(there.id);
    article.current?.placeCaret(there.id);
  };

  const write = (field: keyof EditorFields) => {
    if (chosen === null) return announce('Choose an annotation first; j goes to the next one.');
    if (isNarrow) {
      setOverlay('sheet');
      setTimeout(() => focusField(fields, field), 80);
    } else {
      // Its card must be open now, since the field gets what is typed next.
      flushSync(() => around.layoutNotifier.notify(true));
      focusField(fields, field);
    }
  };

  /** Closes the card that had the focus: the focus returns to the article. */
  const close = () => {
    choose(null);
    if (!isNarrow) article.current?.focus();
  };

  const openCard = (annotationId: string) => {
    show(annotationId);
    const card = `[data-annotation-card="${annotationId}"]`;
    requestAnimationFrame(() => {
      flushSync(() => around.layoutNotifier.notify(true));
      document.querySelector<HTMLElement>(card)?.focus({ preventScroll: true });
    });
  };

  const perform = (command: Command) => {
    setWarning('');
    switch (command.do) {
      case 'label':
        return actions.label(command.label);
      case 'select':
        article.current?.focus();
        return article.current?.selectUnit(command.unit);
      case 'keep-selection':
        article.current?.holdSegment();
        return announce('Selection held. What you select next is added to it.');
      case 'go':
        return go(command.to);
      case 'move':
        return actions.move(command.side, command.towards);
      case 'note':
      case 'confidence':
        return write(command.do);
      case 'discuss':
      case 'discuss-saved':
        return discuss(command.do === 'discuss', chosen && (() => write('discussion')));
      case 'remove':
        actions.remove();
        return isNarrow ? undefined : article.current?.focus();
      case 'undo':
      case 'redo':
        return actions[command.do]();
      case 'submit':
        return setOverlay('submit');
      case 'help':
        return setOverlay('help');
      case 'palette':
        return spotlight.open();
      case 'here':
        if (together.here.length === 0)
          return announce('No colleague has annotated anything here.');
        return around.hereCard.current?.focus();
      case 'leave-field':
        return article.current?.focus();
      case 'clear':
        return held === null ? close() : article.current?.clearSelection();
    }
  };

  useCommandKeys(
    (press, focus) =>
      commandOf(press, {
        // An overlay keeps the keys even where it loses the focus, such as to a disabled button.
        focus: overlay === null ? focus : 'over',
        isHeld: held !== null || chosen !== null,
        isChosen: chosen !== null,
        hasNext: focus === 'article' && neighbour('next') !== null,
        hasPrevious: focus === 'article' && neighbour('previous') !== null,
        singleKeys: settings.singleKeys,
        labels: lookup.offered,
      }),
    perform,
  );

  return {
    work,
    discussion,
    together,
    lookup,
    chosen,
    choose,
    show,
    close,
    openCard,
    actions,
    perform,
    around,
    modifier,
    isNarrow,
    isWide,
    settings,
    setSettings,
    held,
    setHeld,
    overlay,
    setOverlay,
    warning,
    setWarning,
    announcement,
  };
}
