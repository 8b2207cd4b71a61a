export default ({ title, content }) => `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} – An archive of statements</title>
<link rel="stylesheet" href="/style.css">
</head>
<body>
<header>
<p><a href="/">An archive of statements</a></p>
<nav><a href="/timeline/">Timeline</a> <a href="/tags/">Topics</a> <a href="/people/">People</a> <a href="/countries/">Countries</a></nav>
</header>
<main>
${content}
</main>
<footer><p>An archive of statements.</p></footer>
</body>
</html>
`;
