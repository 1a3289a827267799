import { Node } from '@tiptap/core';

/** Characters a line, about; what is out of view is taken to be as high as its lines would be. */
const lineLength = 68;

/** A block of the text, blank ones too. Right-to-left text finds its own direction. */
export const Paragraph = Node.create({
  name: 'paragraph',
  group: 'block',
  content: 'text*',
  selectable: false,
  renderHTML: ({ node }) => {
    const lines = Math.max(1, Math.ceil(node.content.size / lineLength));
    const blank = node.content.size === 0 ? { 'data-blank': '' } : {};
    return ['p', { dir: 'auto', style: `--lines:${lines}`, ...blank }, 0];
  },
});
