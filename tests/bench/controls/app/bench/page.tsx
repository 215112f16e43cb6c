/** The floor of this app: root layout and middleware, no guard, no shell. */
export default function BarePage() {
  return <p>bare</p>;
}
