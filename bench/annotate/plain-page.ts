import { documentPositions } from '@/components/article-text/text-layout';
import { blocksOf } from '@/lib/article/segment';
import { Editor, Mark } from '@tiptap/core';
import type { JSONContent } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { Paragraph } from '@tiptap/extension-paragraph';
import { Text } from '@tiptap/extension-text';
import { decodeSegmentation } from '@/lib/article/segmentation';
import { measureKeys, measureReady } from './measured-page';

// The floor: a plain Tiptap page with the same annotations, set when its document is built.

const { text, segmentation, annotations } = window.measured.given;
const blocks = blocksOf(text);

const Highlight = Mark.create({
  name: 'highlight',
  excludes: '',
  addAttributes: () => ({ id: { default: '' }, label: { default: '' } }),
  renderHTML: ({ HTMLAttributes }) => ['mark', HTMLAttributes, 0],
});

function paragraph({ start, end }: { start: number; end: number }): JSONContent {
  const here = annotations.filter(({ segments }) =>
    segments.some((segment) => segment.start < end && segment.end > start),
  );
  const borders = here.flatMap(({ segments }) => segments.flatMap((one) => [one.start, one.end]));
  const inside = borders.filter((at) => at > start && at < end);
  const cuts = [...new Set([start, ...inside, end])].sort((a, b) => a - b);
  const content = cuts.slice(0, -1).map((from, at): JSONContent => {
    const to = cuts[at + 1] ?? end;
    const over = here.filter(({ segments }) =>
      segments.some((segment) => segment.start <= from && segment.end >= to),
    );
    const marks = over.map(({ id, label }) => ({ type: 'highlight', attrs: { id, label } }));
    return { type: 'text', text: text.slice(from, to), marks };
  });
  return { type: 'paragraph', content: content.filter((piece) => piece.text !== '') };
}

const style = document.head.appendChild(document.createElement('style'));
style.textContent = 'p { line-height: 1.7; max-width: 34em } mark { text-decoration: underline }';
measureKeys();

const editor = new Editor({
  element: document.body.appendChild(document.createElement('main')),
  extensions: [Document, Paragraph, Text, Highlight],
  content: { type: 'doc', content: blocks.map(paragraph) },
});
measureReady();

window.measured.select = (word, count) => {
  const { words } = decodeSegmentation(segmentation);
  const { toDocument } = documentPositions(blocks);
  const from = toDocument(words[2 * word] ?? 0);
  const to = toDocument(words[2 * (word + count - 1) + 1] ?? 0);
  editor.chain().focus().setTextSelection({ from, to }).scrollIntoView().run();
};

let made = 0;
editor.view.dom.addEventListener(
  'keydown',
  (event) => {
    if (event.key !== '1') return;
    event.preventDefault();
    made++;
    editor.commands.setMark('highlight', { id: `made-${made}`, label: 'loaded_framing' });
  },
  { capture: true },
);
