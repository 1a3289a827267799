import type { Edge } from '@/lib/annotation/span-selection';
import { blocksOf } from '@/lib/article/segment';
import { spokenQuote } from './labels';
import type { Editor } from '@tiptap/core';
import { TextSelection } from '@tiptap/pm/state';
import type { Annotation } from '@/lib/annotation/annotation';
import { selectUnit, withEdgeMoved } from '@/lib/annotation/span-selection';
import type { Segment } from '@/lib/article/segment';
import type { Segmentation } from '@/lib/article/segmentation';
import { openArticleEditor } from './article-editor';
import { HeldSelection, highlightSegments } from './held-selection';
import { HighlightLayout } from './highlight-layout';
import { paintSteps } from './paint-steps';
import { Painting } from './painting';
import { deepestLane, Pieces } from './pieces';
import type { PieceLook } from './pieces';
import { TextLayout, documentPositions } from './text-layout';

/** The events that the view reports to its component. */
type ArticleEvents = {
  select(held: Segment[] | null): void;
  choose(annotationId: string | null): void;
  /** A sentence for screen readers. */
  announce(message: string): void;
};

/** The article on the page: its editor, its painted annotations and its held selection. */
export class ArticleView {
  readonly editor: Editor;
  readonly highlightLayout: HighlightLayout;
  /** The layout of the text itself, whatever is painted in it. */
  readonly textLayout: TextLayout;
  private readonly painting = new Painting();
  private readonly pieces: Pieces;
  private readonly positions;
  private readonly held: HeldSelection;
  private readonly describe: (annotation: Annotation) => string;
  private readonly listening = new AbortController();
  private caretStack: string[] = [];

  constructor(
    element: HTMLElement,
    private readonly article: {
      text: string;
      segmentation: Segmentation;
      language: string;
      readOnly: boolean;
    },
    annotations: readonly Annotation[],
    look: Omit<PieceLook, 'describe'> & { describe: (annotation: Annotation) => string },
    private readonly events: ArticleEvents,
  ) {
    const { text, segmentation, language, readOnly } = article;
    const blocks = blocksOf(text);
    const positions = documentPositions(blocks);
    this.positions = positions;
    this.describe = look.describe;
    this.pieces = new Pieces({
      ...look,
      describe: (id) => {
        const painted = this.painting.get(id);
        return painted ? look.describe(painted.annotation) : '';
      },
    });
    this.editor = openArticleEditor({
      element,
      text,
      blocks,
      painted: this.painting.take(annotations).flatMap(({ after }) => after ?? []),
      pieces: this.pieces,
      language,
      readOnly,
      copied: (from, to) => text.slice(positions.toText(from), positions.toText(to)),
    });
    this.pieces.refresh();
    const { view } = this.editor;
    const page = { text, words: segmentation.words, view, positions };
    this.held = new HeldSelection(page, (held) => events.select(held));
    this.highlightLayout = new HighlightLayout(page, this.painting, this.pieces);
    this.textLayout = new TextLayout(view, positions);
    this.editor.on('selectionUpdate', () => this.selectionChanged());
    const { signal } = this.listening;
    this.held.listen(signal);
    view.dom.addEventListener('click', (event) => this.click(event), { signal });
    this.setDepth();
  }

  destroy(): void {
    this.listening.abort();
    highlightSegments(this.editor.view, this.positions, null);
    this.editor.destroy();
  }

  /** Paints the difference to the new list; returns whether there was one. */
  paint(annotations: readonly Annotation[]): boolean {
    const steps = this.painting.take(annotations);
    if (steps.length === 0) return false;
    const { view } = this.editor;
    this.held.sync();
    view.dispatch(paintSteps(view.state, steps, this.painting, this.positions));
    this.pieces.refresh();
    this.setDepth();
    this.held.changed();
    return true;
  }

  choose(annotationId: string | null): void {
    this.pieces.choose(annotationId);
    const painted = annotationId === null ? undefined : this.painting.get(annotationId);
    if (painted)
      this.events.announce(
        `${this.describe(painted.annotation)}: ${spokenQuote(painted.annotation.quote)}`,
      );
  }

  selection(): Segment[] | null {
    this.held.sync();
    return this.held.current();
  }

  selectionRect = (): DOMRect | null => this.held.rect();
  clearSelection = (): void => this.held.clear();
  holdSegment = (): void => this.held.hold();

  selectUnit(unit: 'word' | 'sentence' | 'paragraph'): void {
    this.held.sync();
    const selected = selectUnit(this.article.segmentation[`${unit}s`], this.held.bare());
    if (!selected) return;
    this.held.select(selected);
    this.editor.commands.scrollIntoView();
  }

  withEdgeMoved(id: string, edge: Edge, direction: 'back' | 'forward'): Segment[] | null {
    const span = this.painting.get(id)?.annotation.segments ?? [];
    const { text, segmentation } = this.article;
    return withEdgeMoved(text, segmentation.words, span, edge, direction);
  }

  /** Paints the held selection again, after `highlightSegments` painted something else. */
  showHeld = (): void => highlightSegments(this.editor.view, this.positions, this.held.current());

  caret(): number {
    this.held.sync();
    return this.positions.toText(this.editor.state.selection.head);
  }

  placeCaret(annotationId: string): void {
    const start = this.painting.get(annotationId)?.annotation.segments[0]?.start;
    if (start !== undefined) this.caretTo(start);
  }

  caretTo(start: number): void {
    const { tr } = this.editor.state;
    const position = this.positions.toDocument(start);
    this.caretStack = this.stackAt(position);
    this.editor.view.dispatch(tr.setSelection(TextSelection.create(tr.doc, position)));
  }

  private setDepth(): void {
    this.editor.view.dom.style.setProperty(
      '--depth',
      String(Math.min(this.painting.depth, deepestLane + 1)),
    );
  }

  private stackAt(position: number): string[] {
    const marks = this.editor.state.doc.resolve(position).nodeAfter?.marks ?? [];
    return marks.map(({ attrs }) => String(attrs.id));
  }

  private selectionChanged(): void {
    this.held.changed();
    const { empty, head } = this.editor.state.selection;
    const stack = empty ? this.stackAt(head) : [];
    const entered = stack.filter((id) => !this.caretStack.includes(id));
    this.caretStack = stack;
    const descriptions = entered
      .flatMap((id) => this.painting.get(id)?.annotation ?? [])
      .map(this.describe);
    if (descriptions.length > 0) this.events.announce(descriptions.join('; '));
  }

  private click({ target, ctrlKey, metaKey, shiftKey }: MouseEvent): void {
    if (ctrlKey || metaKey || shiftKey || this.held.current() !== null) return;
    this.events.choose(this.pieces.nextAt(target as Element));
  }
}
