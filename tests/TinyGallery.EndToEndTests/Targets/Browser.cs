using OpenQA.Selenium;
using OpenQA.Selenium.Chrome;
using Slipway.Testing;

namespace TinyGallery.EndToEndTests.Targets;

/// <summary>A real browser without a window, with a profile of its own; it talks to nobody but the page it is shown.</summary>
public sealed class Browser : IDisposable
{
    readonly TempDirectory _profile = new();
    readonly ChromeDriverService _service;
    readonly ChromeDriver _driver;

    Browser(string browser, string driver)
    {
        _service = ChromeDriverService.CreateDefaultService(Path.GetDirectoryName(driver)!, Path.GetFileName(driver));
        var options = new ChromeOptions { BinaryLocation = browser };
        options.AddArguments(
            "--headless=new",
            // Without a namespace for it (in a container, as root) the sandbox does not start.
            "--no-sandbox",
            "--disable-gpu",
            "--disable-dev-shm-usage",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            $"--user-data-dir={_profile.Path}"
        );
        options.SetLoggingPreference(LogType.Browser, LogLevel.All);
        _driver = new ChromeDriver(_service, options);
    }

    public IWebDriver Driver => _driver;

    /// <summary>What the page did wrong, as the browser's console has it: a blocked style, a missing image, …</summary>
    public IReadOnlyList<string> Errors =>
        [
            .. _driver
                .Manage()
                .Logs.GetLog(LogType.Browser)
                .Where(entry => entry.Level >= LogLevel.Warning)
                .Select(entry => entry.Message)
                // Nobody made an icon, and browsers ask for one unasked.
                .Where(message => !message.Contains("/favicon.ico", StringComparison.Ordinal)),
        ];

    /// <summary>Starts one; skips the test (in CI: fails it) where there is none.</summary>
    public static Browser Start()
    {
        var browser = Find("chromium", "chromium-browser", "google-chrome");
        var driver = Find("chromedriver");
        Servers.Require(
            browser is not null && driver is not null,
            "No browser to test in: install Chromium with its driver (Debian: apt-get install chromium chromium-driver)."
        );
        return new Browser(browser!, driver!);
    }

    public void Dispose()
    {
        _driver.Dispose();
        _service.Dispose();
        _profile.Dispose();
    }

    static string? Find(params string[] names)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return names
            .SelectMany(name => path.Select(directory => Path.Combine(directory, name)))
            .FirstOrDefault(File.Exists);
    }
}
