/** What lies far below the screen waits: a page is ready sooner, and so is a phone. */

const MARGIN = "400px";

/**
 * Act on each element, once, when it comes near the screen.
 *
 * @param {Iterable<Element>} elements
 * @param {(element: Element) => void} act
 */
export function whenNear(elements, act) {
  const observer = new IntersectionObserver(
    (changes) => {
      for (const { target, isIntersecting } of changes) {
        if (!isIntersecting) continue;
        observer.unobserve(target);
        act(target);
      }
    },
    { rootMargin: MARGIN },
  );
  for (const element of elements) observer.observe(element);
}
