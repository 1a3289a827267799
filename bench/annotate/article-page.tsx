import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { v7 } from 'uuid';
import { ArticleText } from '@/components/article-text/article-text';
import type { ArticleTextHandle } from '@/components/article-text/article-text';
import { decodeSegmentation } from '@/lib/article/segmentation';
import { basic3 } from '@/lib/codebook/basic-3';
import { measureKeys, measureReady } from './measured-page';

const { given } = window.measured;
const nothing = () => undefined;

/** The article text with a minimal page around it: a key labels the selection. */
function ArticlePage() {
  const handle = useRef<ArticleTextHandle>(null);
  const [annotations, setAnnotations] = useState(given.annotations);

  // The article is in the document once the layout effects inside have run; the next frame shows
  // it.
  useLayoutEffect(() => {
    const { words } = decodeSegmentation(given.segmentation);
    window.measured.select = (word, count) => {
      const start = words[2 * word] ?? 0;
      const near = given.annotations.find(({ segments }) => (segments[0]?.start ?? 0) >= start);
      handle.current?.focus();
      if (near) handle.current?.placeCaret(near.id);
      if (near) handle.current?.reveal(near.id);
      for (let at = 0; at < count; at++) handle.current?.selectUnit('word');
    };
    measureReady();
  }, []);

  const label = (key: string) => {
    const segments = handle.current?.selection();
    const [first] = given.annotations;
    if (key !== '1' || !segments || !first) return;
    setAnnotations([...annotations, { ...first, id: v7(), segments }]);
    handle.current?.clearSelection();
  };

  return (
    <div onKeyDown={({ key }) => label(key)}>
      <ArticleText
        text={given.text}
        segmentation={given.segmentation}
        language="en"
        labels={basic3.labels}
        annotations={annotations}
        authorName="Ana"
        chosenId={null}
        onChoose={nothing}
        onSelection={nothing}
        onResize={nothing}
        handle={handle}
      />
    </div>
  );
}

measureKeys();
createRoot(document.body.appendChild(document.createElement('main'))).render(<ArticlePage />);
