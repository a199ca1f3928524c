import LunhengConfiguration
import Testing

struct PathResolverTests {
  @Test(arguments: [
    ("Pipelines/a.yaml", "output/b.csv", "Pipelines/output/b.csv"),
    ("Pipelines/a.yaml", "../Corpus/op-eds", "Pipelines/../Corpus/op-eds"),
    ("Pipelines/a.yaml", "/data/texts", "/data/texts"),
    ("./Pipelines//a.yaml", "./b/./c", "Pipelines/b/c"),
    ("/a.yaml", "b", "/b"),
    ("/srv/pipelines/a.yaml", "b/*.txt", "/srv/pipelines/b/*.txt"),
    ("a.yaml", "b", "b"),
    ("-", "b", "b"),
    ("a.yaml", ".", "."),
    ("政策/管線.yaml", "文本", "政策/文本"),
  ])
  func pathsAreRelativeToTheFolderOfTheFile(_ file: String, _ path: String, _ resolved: String) {
    #expect(PathResolver(file: file).resolve(path) == resolved)
  }

  @Test(arguments: ["Pipelines", "Pipelines/", "./Pipelines"])
  func aFolderMayEndInASlash(_ folder: String) {
    #expect(PathResolver(folder: folder).resolve("a") == "Pipelines/a")
  }
}
