import { useEffect, useState } from 'react';
import type { RefObject } from 'react';
import type { ArticleTextHandle } from '@/components/article-text/article-text-props';
import type { ColleagueLayers, Here } from './colleague-layers';

/** How long the caret rests before it is looked for what colleagues have marked there, in milliseconds. */
const debounceDelay = 150;

const nothing: readonly Here[] = [];

const areSame = (one: readonly Here[], other: readonly Here[]) =>
  one.length === other.length &&
  one.every(
    ({ annotation, layer }, at) =>
      annotation === other[at]?.annotation && layer.author === other[at]?.layer.author,
  );

/** What colleagues have marked at the caret, or where was tapped, in the layers that are shown. */
export function useHere(
  layers: ColleagueLayers,
  article: RefObject<ArticleTextHandle | null>,
): readonly Here[] {
  const [here, setHere] = useState(nothing);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let caret: number | null = null;
    const look = () => {
      // Where the focus goes elsewhere, such as to what is said of the place, the place stays.
      caret = article.current?.textLayout()?.caret() ?? caret;
      const found = caret === null ? nothing : layers.at(caret);
      setHere((before) => (areSame(before, found) ? before : found));
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(look, debounceDelay);
    };
    const unsubscribe = layers.subscribe(soon);
    document.addEventListener('selectionchange', soon);
    return () => {
      clearTimeout(timer);
      unsubscribe();
      document.removeEventListener('selectionchange', soon);
    };
  }, [layers, article]);
  return here;
}
