// The package's API has no nullable annotations; with them, code that compiles against one would not against the other.
#nullable disable

using System.Collections.ObjectModel;

namespace Nuke.Common.Tooling;

/// <summary>How the process of a tool runs.</summary>
public static class ToolOptionsExtensions
{
    extension<T>(T o)
        where T : ToolOptions
    {
        public T SetProcessToolPath(string value) => o.Set(o.ProcessToolPath, value);

        public T ResetProcessToolPath() => o.Reset(o.ProcessToolPath);

        public T SetProcessWorkingDirectory(string value) => o.Set(o.ProcessWorkingDirectory, value);

        public T ResetProcessWorkingDirectory() => o.Reset(o.ProcessWorkingDirectory);

        public T SetProcessEnvironmentVariables(ReadOnlyDictionary<string, string> values) =>
            o.Set(o.ProcessEnvironmentVariables, values);

        public T SetProcessEnvironmentVariables(Dictionary<string, string> values) =>
            o.Set(o.ProcessEnvironmentVariables, new Dictionary<string, string>(values, StringComparer.Ordinal));

        public T AddProcessEnvironmentVariables(ReadOnlyDictionary<string, string> values) =>
            o.AddPairs(o.ProcessEnvironmentVariables, values);

        public T AddProcessEnvironmentVariables(Dictionary<string, string> values) =>
            o.AddPairs(o.ProcessEnvironmentVariables, values);

        public T AddProcessEnvironmentVariable(string key, string value) =>
            o.AddPairs(o.ProcessEnvironmentVariables, [new(key, value)]);

        public T SetProcessEnvironmentVariable(string key, string value) =>
            o.SetPair(o.ProcessEnvironmentVariables, key, value);

        public T SetProcessEnvironmentVariable(string key, object value) =>
            o.SetPair(o.ProcessEnvironmentVariables, key, value.ToString());

        public T RemoveProcessEnvironmentVariable(string key) => o.RemovePair(o.ProcessEnvironmentVariables, key);

        public T ClearProcessEnvironmentVariables() =>
            o.Set(o.ProcessEnvironmentVariables, new Dictionary<string, string>(StringComparer.Ordinal));

        public T ResetProcessEnvironmentVariables() => o.Reset(o.ProcessEnvironmentVariables);

        /// <summary>Milliseconds.</summary>
        public T SetProcessExecutionTimeout(int? value) => o.Set(o.ProcessExecutionTimeout, value);

        public T SetProcessExecutionTimeout(TimeSpan value) =>
            o.Set(o.ProcessExecutionTimeout, (int)value.TotalMilliseconds);

        public T ResetProcessExecutionTimeout() => o.Reset(o.ProcessExecutionTimeout);

        public T SetProcessOutputLogging(bool? value) => o.Set(o.ProcessOutputLogging, value);

        public T EnableProcessOutputLogging() => o.Set(o.ProcessOutputLogging, true);

        public T DisableProcessOutputLogging() => o.Set(o.ProcessOutputLogging, false);

        public T ResetProcessOutputLogging() => o.Reset(o.ProcessOutputLogging);

        public T SetProcessInvocationLogging(bool? value) => o.Set(o.ProcessInvocationLogging, value);

        public T EnableProcessInvocationLogging() => o.Set(o.ProcessInvocationLogging, true);

        public T DisableProcessInvocationLogging() => o.Set(o.ProcessInvocationLogging, false);

        public T ResetProcessInvocationLogging() => o.Reset(o.ProcessInvocationLogging);

        public T SetProcessExitHandling(bool? value) => o.Set(o.ProcessExitHandling, value);

        public T EnableProcessExitHandling() => o.Set(o.ProcessExitHandling, true);

        public T DisableProcessExitHandling() => o.Set(o.ProcessExitHandling, false);

        public T ResetProcessExitHandling() => o.Reset(o.ProcessExitHandling);

        public T SetProcessRedactedSecrets(params string[] v) => o.SetItems(o.ProcessRedactedSecrets, v);

        public T SetProcessRedactedSecrets(IEnumerable<string> v) => o.SetItems(o.ProcessRedactedSecrets, v);

        public T AddProcessRedactedSecrets(params string[] v) => o.AddItems(o.ProcessRedactedSecrets, v);

        public T AddProcessRedactedSecrets(IEnumerable<string> v) => o.AddItems(o.ProcessRedactedSecrets, v);

        public T RemoveProcessRedactedSecrets(params string[] v) => o.RemoveItems(o.ProcessRedactedSecrets, v);

        public T ClearProcessRedactedSecrets() => o.SetItems(o.ProcessRedactedSecrets, []);

        public T SetProcessAdditionalArguments(params string[] v) => o.SetItems(o.ProcessAdditionalArguments, v);

        public T SetProcessAdditionalArguments(IEnumerable<string> v) => o.SetItems(o.ProcessAdditionalArguments, v);

        public T AddProcessAdditionalArguments(params string[] v) => o.AddItems(o.ProcessAdditionalArguments, v);

        public T AddProcessAdditionalArguments(IEnumerable<string> v) => o.AddItems(o.ProcessAdditionalArguments, v);

        public T RemoveProcessAdditionalArguments(params string[] v) => o.RemoveItems(o.ProcessAdditionalArguments, v);

        public T ClearProcessAdditionalArguments() => o.SetItems(o.ProcessAdditionalArguments, []);

        public T SetProcessLogger(Action<OutputType, string> v) => o.Set(o.ProcessLogger, v);

        /// <summary>What judges the exit instead of "0 or an exception".</summary>
        public T SetProcessExitHandler(Action<IProcess> exitHandler) =>
            o.SetExitHandler(exitHandler is null ? null : (_, process) => exitHandler(process));

        /// <inheritdoc cref="SetProcessExitHandler{T}(T,Action{IProcess})"/>
        public T SetProcessExitHandler(Func<IProcess, object> exitHandler) =>
            o.SetExitHandler(exitHandler is null ? null : (_, process) => exitHandler(process));

        /// <inheritdoc cref="SetProcessExitHandler{T}(T,Action{IProcess})"/>
        public T SetProcessExitHandler(Action<T, IProcess> exitHandler) =>
            o.SetExitHandler(exitHandler is null ? null : (options, process) => exitHandler((T)options, process));

        /// <inheritdoc cref="SetProcessExitHandler{T}(T,Action{IProcess})"/>
        public T SetProcessExitHandler(Func<T, IProcess, object> exitHandler) =>
            o.SetExitHandler(exitHandler is null ? null : (options, process) => exitHandler((T)options, process));

        private T SetExitHandler(Action<ToolOptions, IProcess> handler) => o.Set(o.ProcessExitHandler, handler);
    }
}
