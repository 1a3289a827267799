import type { JSONContent } from '@tiptap/core';
import type { Schema } from '@tiptap/pm/model';
import type { GuidelinesDocument, GuidelinesNode } from '@/lib/codebook/guidelines';

const paragraph = (content: GuidelinesNode[]): GuidelinesNode => ({ type: 'paragraph', content });

/** Appends an inline node, merged with the last where both are plain text. */
function append(inlines: GuidelinesNode[], next: GuidelinesNode): void {
  const last = inlines.at(-1);
  const isOne = [last, next].every((one) => one?.type === 'text' && one.marks === undefined);
  if (last !== undefined && isOne)
    inlines[inlines.length - 1] = { ...last, text: `${last.text ?? ''}${next.text ?? ''}` };
  else inlines.push(next);
}

/** The nodes as blocks: inline nodes between blocks become paragraphs. */
function blocksOf(nodes: readonly GuidelinesNode[], schema: Schema): GuidelinesNode[] {
  const blocks: GuidelinesNode[] = [];
  let open: GuidelinesNode[] | null = null;
  for (const node of nodes) {
    if (schema.nodes[node.type]?.isInline !== true) {
      open = null;
      blocks.push(node);
    } else if (open === null) blocks.push(paragraph((open = [node])));
    else append(open, node);
  }
  return blocks;
}

/** The nodes as inline nodes: blocks are replaced by their content. */
function inlinesOf(nodes: readonly GuidelinesNode[], schema: Schema): GuidelinesNode[] {
  return nodes.flatMap((node) =>
    schema.nodes[node.type]?.isInline === true ? [node] : inlinesOf(node.content ?? [], schema),
  );
}

/** The content of a node of type `name`, made valid for the schema. */
function contentOf(name: string, nodes: GuidelinesNode[], schema: Schema): GuidelinesNode[] {
  const type = schema.nodes[name];
  if (type === undefined || type.isLeaf) return [];
  if (type.inlineContent) return inlinesOf(nodes, schema);
  if (name === 'bulletList' || name === 'orderedList' || name === 'table' || name === 'tableRow')
    return nodes;
  const [first, second] = nodes;
  const isBlank = first?.type === 'paragraph' && (first.content ?? []).length === 0;
  const isInline = second !== undefined && schema.nodes[second.type]?.isInline === true;
  const blocks = blocksOf(isBlank && isInline ? nodes.slice(1) : nodes, schema);
  const needsParagraph = name === 'listItem' && blocks[0]?.type !== 'paragraph';
  return needsParagraph || blocks.length === 0 ? [paragraph([]), ...blocks] : blocks;
}

/**
 * A document parsed from Markdown, made valid for the editor’s schema: loose text and empty blocks
 * get a paragraph, code has no other marks, and unknown nodes are replaced by their content. Linear
 * in the size of the document.
 */
export function fitted(document: JSONContent, schema: Schema): GuidelinesDocument {
  const nodesOf = ({ type = '', attrs, marks, content, text }: JSONContent): GuidelinesNode[] => {
    const inside = content?.flatMap(nodesOf);
    if (schema.nodes[type] === undefined) return inside ?? [];
    const known = marks?.filter((mark) => schema.marks[mark.type] !== undefined);
    const code = known?.find((mark) => mark.type === 'code');
    const allowed = code === undefined ? known : [code];
    const isEmptyText = type === 'text' && (text ?? '') === '';
    if (isEmptyText) return [];
    const isLeaf = schema.nodes[type].isLeaf;
    return [
      {
        type,
        ...(attrs === undefined ? {} : { attrs }),
        ...(isLeaf || inside === undefined ? {} : { content: contentOf(type, inside, schema) }),
        ...(allowed === undefined || allowed.length === 0 ? {} : { marks: allowed }),
        ...(text === undefined ? {} : { text }),
      },
    ];
  };
  const content = blocksOf(document.content?.flatMap(nodesOf) ?? [], schema);
  return { type: 'doc', content: content.length === 0 ? [{ type: 'paragraph' }] : content };
}
