using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading;
using Xunit;
using Xunit.Abstractions;
using Xunit.Sdk;

[assembly: TestFramework("SonoranCad.Remove911.Tests.Support.ProgressFramework", "SonoranCad.Remove911.Tests")]

namespace SonoranCad.Remove911.Tests.Support;

/// <summary>xUnit's framework, which also reports progress after each tenth of the tests.</summary>
public sealed class ProgressFramework : XunitTestFramework
{
    public ProgressFramework(IMessageSink messages)
        : base(messages)
    {
    }

    protected override ITestFrameworkExecutor CreateExecutor(AssemblyName assemblyName) =>
        new Executor(assemblyName, SourceInformationProvider, DiagnosticMessageSink);

    private sealed class Executor : XunitTestFrameworkExecutor
    {
        public Executor(AssemblyName assembly, ISourceInformationProvider sources, IMessageSink messages)
            : base(assembly, sources, messages)
        {
        }

        protected override void RunTestCases(
            IEnumerable<IXunitTestCase> testCases, IMessageSink executionMessageSink, ITestFrameworkExecutionOptions executionOptions)
        {
            var cases = testCases.ToList();
            base.RunTestCases(cases, new Sink(executionMessageSink, DiagnosticMessageSink, cases.Count), executionOptions);
        }
    }

    private sealed class Sink : LongLivedMarshalByRefObject, IMessageSink
    {
        private readonly IMessageSink _inner;
        private readonly IMessageSink _messages;
        private readonly int _cases;
        private int _done;
        private int _failed;

        public Sink(IMessageSink inner, IMessageSink messages, int cases)
        {
            _inner = inner;
            _messages = messages;
            _cases = cases;
        }

        public bool OnMessage(IMessageSinkMessage message)
        {
            if (message is ITestCaseFinished finished)
            {
                var failed = Interlocked.Add(ref _failed, finished.TestsFailed);
                var done = Interlocked.Increment(ref _done);
                if (done * 10 / _cases > (done - 1) * 10 / _cases)
                {
                    _messages.OnMessage(new DiagnosticMessage($"{done * 100 / _cases} %: {done} of {_cases}, {failed} failed"));
                }
            }

            return _inner.OnMessage(message);
        }
    }
}
