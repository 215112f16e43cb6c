import type { Page } from 'playwright';
import { settled } from '@/tests/support/browser/settled';

/**
 * What is wrong with the layout at the page's present size, a line each: sideways scroll, clipped controls, and controls or texts
 * that overlap.
 */
export async function layoutFaults(page: Page): Promise<string[]> {
  await settled(page);
  return page.evaluate(findFaults);
}

/** Runs in the page, so it can use nothing from outside itself. */
function findFaults(): string[] {
  type Box = { left: number; right: number; top: number; bottom: number };
  type Part = { element: Element; boxes: Box[]; layer: Element | null };

  const ancestors = (element: Element): Element[] =>
    element.parentElement ? [element.parentElement, ...ancestors(element.parentElement)] : [];
  const scrolls = (overflow: string) => overflow === 'auto' || overflow === 'scroll';
  const cuts = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  const isClamped = (element: Element) => getComputedStyle(element).webkitLineClamp !== 'none';
  const common = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    right: Math.min(a.right, b.right),
    top: Math.max(a.top, b.top),
    bottom: Math.min(a.bottom, b.bottom),
  });
  const isLarge = ({ left, right, top, bottom }: Box) => right - left > 1 && bottom - top > 1;
  /** The box of a letter is taller than its line, so texts of neighbouring lines share some pixels. */
  const isUnreadable = ({ left, right, top, bottom }: Box) => right - left > 1 && bottom - top > 8;
  const name = (element: Element) =>
    `${element.tagName.toLowerCase()} “${(element.getAttribute('aria-label') ?? element.textContent ?? '').trim().slice(0, 30)}” ${element.getAttribute('name') ?? element.getAttribute('href') ?? ''}`;

  /** The parts of a control that can be seen without scrolling inside a scrolling ancestor. */
  const seen = (element: Element): Box[] => {
    const scrollers = ancestors(element).filter(
      (one) => scrolls(getComputedStyle(one).overflowX) || scrolls(getComputedStyle(one).overflowY),
    );
    return [...element.getClientRects()]
      .map((box) => scrollers.reduce<Box>((rest, one) => common(rest, one.getBoundingClientRect()), box))
      .filter(isLarge);
  };
  /** The parts of an element's own text that no ancestor cuts off. */
  const written = (element: Element): Box[] => {
    const cutters = [element, ...ancestors(element)].filter((one) => getComputedStyle(one).overflowX !== 'visible');
    return [...element.childNodes]
      .filter((node) => node instanceof Text && node.data.trim() !== '')
      .flatMap((node) => {
        const range = document.createRange();
        range.selectNodeContents(node);
        return [...range.getClientRects()];
      })
      .map((box) => cutters.reduce<Box>((rest, one) => common(rest, one.getBoundingClientRect()), box))
      .filter(isLarge);
  };
  const isVisible = (element: Element) => element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
  const layerOf = (element: Element) =>
    [element, ...ancestors(element)].find((one) => /fixed|sticky/.test(getComputedStyle(one).position)) ?? null;

  const isClipped = ({ element, boxes }: Part) =>
    boxes.some(
      (box) =>
        box.left < -1 ||
        box.right > window.innerWidth + 1 ||
        ancestors(element).some((one) => {
          const { overflowX, overflowY } = getComputedStyle(one);
          const edge = one.getBoundingClientRect();
          if (isClamped(one)) return false;
          const beside = cuts(overflowX) && (box.left < edge.left - 1 || box.right > edge.right + 1);
          return beside || (cuts(overflowY) && (box.top < edge.top - 1 || box.bottom > edge.bottom + 1));
        }),
    );
  /** A button inside a field, such as the one that shows a password, lies over it on purpose. */
  const isInside = (field: Element, button: Element) =>
    field.tagName === 'INPUT' && button.tagName !== 'INPUT' && Boolean(field.parentElement?.contains(button));
  const overlap = (a: Part, b: Part) =>
    a.layer === b.layer &&
    !a.element.contains(b.element) &&
    !b.element.contains(a.element) &&
    !isInside(a.element, b.element) &&
    !isInside(b.element, a.element) &&
    a.boxes.some((one) => b.boxes.some((other) => isLarge(common(one, other))));

  const wide = document.documentElement.scrollWidth - window.innerWidth;
  const controls = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
    .filter(isVisible)
    .map((element): Part => ({ element, boxes: seen(element), layer: layerOf(element) }))
    .filter(({ boxes }) => boxes.length > 0);
  const texts = [...document.querySelectorAll('main *')]
    .filter((element) => !element.closest('svg, .sr-only, option, textarea') && isVisible(element))
    .filter((element) => ![element, ...ancestors(element)].some((one) => getComputedStyle(one).position === 'absolute'))
    .map((element): Part => ({ element, boxes: written(element), layer: layerOf(element) }))
    .filter(({ boxes }) => boxes.length > 0);
  const pairs = (parts: Part[], meet: (a: Part, b: Part) => boolean) =>
    parts.flatMap((one, index) =>
      parts
        .slice(index + 1)
        .filter((other) => meet(one, other))
        .map((other) => `overlap: ${name(one.element)} and ${name(other.element)}`),
    );
  return [
    ...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
    ...controls.filter(isClipped).map(({ element }) => `clipped: ${name(element)}`),
    ...pairs(controls, overlap),
    ...pairs(
      texts,
      ({ boxes, layer }, other) =>
        layer === other.layer && boxes.some((one) => other.boxes.some((two) => isUnreadable(common(one, two)))),
    ),
  ];
}
