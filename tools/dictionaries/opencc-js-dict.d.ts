/** opencc-js publishes its lists one by one, without types: each is `from to|from to|…`. */
declare module 'opencc-js/dict/*' {
  const list: string;
  export default list;
}
