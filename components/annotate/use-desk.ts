import { useMediaQuery, useOs } from '@mantine/hooks';
import { spotlight } from '@mantine/spotlight';
import { flushSync } from 'react-dom';
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ArticleTextHandle, HeldSelection } from '@/components/article-text/article-text';
import { useTalk } from '@/components/discussion/use-talk';
import { useArticleLive } from '@/components/live/use-article-live';
import { wide } from '@/components/live/together';
import { useTogether } from '@/components/live/use-together';
import type { Desk } from '@/lib/annotation/desk';
import type { Segment } from '@/lib/article/segment';
import { newBell } from './bell';
import { modifierName } from './deed-words';
import { focusField } from './editor-fields';
import type { EditorFields } from './editor-fields';
import type { Command } from './key-map';
import { commandOf } from './key-map';
import { labelShelf } from './label-shelf';
import { useReadingSettings } from './reading-settings';
import { useAnnouncer } from './use-announcer';
import { useCommandKeys } from './use-command-keys';
import { useChoosing } from './use-choosing';
import { useDeeds } from './use-deeds';
import { useDiscuss } from './use-discuss';
import { useWork } from './use-work';

/** What lies open over the page. */
export type Overlay = 'sheet' | 'help' | 'submit' | null;

/** Below this the cards are a sheet and the label bar is docked. */
export const narrow = '(max-width: 62.49em)';

function useAroundArticle() {
  const article = useRef<ArticleTextHandle>(null);
  const articleBox = useRef<HTMLDivElement>(null);
  const bell = useMemo(() => newBell(), []);
  /** What was selected when the palette took the focus. */
  const kept = useRef<Segment[] | null>(null);
  const note = useRef<HTMLTextAreaElement>(null);
  const confidence = useRef<HTMLDivElement>(null);
  const hereCard = useRef<HTMLElement>(null);
  const talk = useRef<HTMLElement>(null);
  const fields = useMemo<EditorFields>(() => ({ note, confidence, talk }), []);
  const keepSelection = useCallback(() => {
    kept.current = article.current?.selection() ?? null;
  }, []);
  return { article, articleBox, bell, kept, keepSelection, fields, hereCard };
}

/** Everything that the annotate page holds, and what keys and buttons do with it. */
export function useDesk(desk: Desk) {
  const live = useArticleLive(desk);
  const talk = useTalk(desk, live);
  const work = useWork(desk, live);
  const around = useAroundArticle();
  const together = useTogether(desk, live, around.article, { paintsLayers: true });
  const { article, kept, fields } = around;
  const choosing = useChoosing(work.annotations, article);
  const { chosen, choose, show, neighbour } = choosing;
  const shelf = useMemo(() => labelShelf(desk.codebook.content.labels), [desk.codebook.content]);
  const [settings, setSettings] = useReadingSettings();
  const [held, setHeld] = useState<HeldSelection | null>(null);
  const [overlay, setOverlay] = useState<Overlay>(null);
  const [warning, setWarning] = useState('');
  const { said, announce } = useAnnouncer();
  const modifier = modifierName(useOs());
  const isNarrow = useMediaQuery(narrow) ?? false;
  const isWide = useMediaQuery(wide) ?? false;
  const bench = { text: desk.text, work, shelf, choosing, article, kept, modifier, announce };
  const deeds = useDeeds({ ...bench, warn: setWarning });

  const discuss = useDiscuss(desk.text, around, talk.open);
  const go = (to: 'next' | 'previous') => {
    const atEnd = to === 'next' ? work.annotations[0] : work.annotations.at(-1);
    const there = neighbour(to) ?? (chosen === null ? (atEnd ?? null) : null);
    if (there === null) {
      if (work.annotations.length === 0) return announce('There are no highlights yet.');
      return announce(to === 'next' ? 'That was the last highlight.' : 'That was the first one.');
    }
    show(there.id);
    article.current?.placeCaret(there.id);
  };

  const write = (field: keyof EditorFields) => {
    if (chosen === null) return announce('Choose a highlight first; j goes to the next one.');
    if (isNarrow) {
      setOverlay('sheet');
      setTimeout(() => focusField(fields, field), 80);
    } else {
      // What is typed next belongs into the field, so its card must be open now.
      flushSync(() => around.bell.ring(true));
      focusField(fields, field);
    }
  };

  /** The card that had the focus closes: the keyboard goes on in the article. */
  const close = () => {
    choose(null);
    if (!isNarrow) article.current?.focus();
  };

  const openCard = (annotationId: string) => {
    show(annotationId);
    const card = `[data-annotation-card="${annotationId}"]`;
    requestAnimationFrame(() => {
      flushSync(() => around.bell.ring(true));
      document.querySelector<HTMLElement>(card)?.focus({ preventScroll: true });
    });
  };

  const perform = (command: Command) => {
    setWarning('');
    switch (command.do) {
      case 'label':
        return deeds.label(command.label);
      case 'select':
        article.current?.focus();
        return article.current?.selectUnit(command.unit);
      case 'hold':
        article.current?.holdSegment();
        return announce('Kept. What you select next is added to it.');
      case 'go':
        return go(command.to);
      case 'move':
        return deeds.move(command.side, command.towards);
      case 'note':
      case 'confidence':
        return write(command.do);
      case 'discuss':
      case 'discuss-kept':
        return discuss(command.do === 'discuss', chosen && (() => write('talk')));
      case 'remove':
        deeds.remove();
        return isNarrow ? undefined : article.current?.focus();
      case 'undo':
      case 'redo':
        return deeds[command.do]();
      case 'submit':
        return setOverlay('submit');
      case 'help':
        return setOverlay('help');
      case 'palette':
        return spotlight.open();
      case 'here':
        if (together.here.length === 0) return announce('No colleague has marked anything here.');
        return around.hereCard.current?.focus();
      case 'leave-field':
        return article.current?.focus();
      case 'let-go':
        return held === null ? close() : article.current?.clearSelection();
    }
  };

  useCommandKeys(
    (press, focus) =>
      commandOf(press, {
        // What lies open keeps the keys even where its focus is lost, such as to a button that waits.
        focus: overlay === null ? focus : 'over',
        isHeld: held !== null || chosen !== null,
        isChosen: chosen !== null,
        hasNext: focus === 'article' && neighbour('next') !== null,
        hasPrevious: focus === 'article' && neighbour('previous') !== null,
        singleKeys: settings.singleKeys,
        labels: shelf.offered,
      }),
    perform,
  );

  return {
    work,
    talk,
    together,
    shelf,
    chosen,
    choose,
    show,
    close,
    openCard,
    deeds,
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
    said,
  };
}

/** What the parts of the annotate page share. */
export type DeskState = ReturnType<typeof useDesk>;
